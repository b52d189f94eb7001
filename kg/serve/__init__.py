"""The graph over HTTP, for one person on this machine by default."""

from __future__ import annotations

from kg.errors import KgError
from kg.serve.app import Settings
from kg.store.base import Store

__all__ = ["Settings", "serve"]


def serve(store: Store, settings: Settings, *, host: str, port: int) -> None:
    """Answer requests at `host`:`port` until interrupted. Raises `KgError` where the address is taken."""
    import socket

    import uvicorn

    from kg.serve.app import make_app

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise KgError(f"cannot listen at {host}:{port}: {error.strerror or error}; try another --port") from error
        config = uvicorn.Config(make_app(store, settings), log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[listener])
