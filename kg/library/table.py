"""An answer: rows that can be walked, shown in a notebook, and handed to pandas."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Any

from kg.errors import KgError
from kg.store.base import Rows
from kg.store.table import cell, render

_SHOWN = 50


class Table(Sequence[dict[str, Any]]):
    """Rows with named columns. A row is a dict; `columns` and `notes` (what a name was taken for) stand beside."""

    def __init__(self, rows: Rows, notes: Sequence[str] = ()) -> None:
        self.columns: tuple[str, ...] = rows.columns
        self.notes: tuple[str, ...] = (*notes, *rows.notes)
        self._rows = rows
        self._dicts = rows.dicts()

    def __len__(self) -> int:
        return len(self._dicts)

    def __getitem__(self, index: Any) -> Any:
        return self._dicts[index]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._dicts)

    def column(self, name: str) -> list[Any]:
        """The values of one column; `KgError` where there is none of that name."""
        if name not in self.columns:
            raise KgError(f"no column {name!r}; there are {', '.join(self.columns)}")
        return [row[name] for row in self._dicts]

    def to_pandas(self) -> Any:
        """The rows as a `pandas.DataFrame`; `KgError` where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise KgError("pandas is not installed; install it with: pip install pandas") from None
        return pandas.DataFrame(list(self._rows.rows), columns=list(self.columns))

    def __repr__(self) -> str:
        return render(self._rows, "table")

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows, every text escaped."""
        head = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell(value))}</td>" for value in row) + "</tr>"
            for row in self._rows.rows[:_SHOWN]
        )
        more = f"<p>{len(self) - _SHOWN} more rows</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
