"""Knowledge graphs from Chinese government news."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["Graph", "__version__"]


def __getattr__(name: str) -> Any:
    """`Graph`, loaded when first asked for: importing the package must stay instant for ``kg --help``."""
    if name == "Graph":
        from importlib import import_module

        return import_module("kg.library").Graph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
