"""Stands between a Bolt client and its server and cuts the connection at chosen commits."""

from __future__ import annotations

import socket
import threading
from collections.abc import Container
from contextlib import suppress

#: A chunk of two bytes, the message COMMIT without fields, and the end of the message.
_COMMIT = b"\x00\x02\xb0\x12\x00\x00"


class CommitCutter:
    """Passes everything on to the server at `target`, but cuts the connection at commits.

    `cuts`: which commits, counted from 0 over all connections. `reached`: whether the server still gets the commit (and
    does it), or never hears of it. `cut` tells how many were cut.
    """

    def __init__(self, target: int, *, cuts: Container[int], reached: bool) -> None:
        self._target, self._cuts, self._reached = target, cuts, reached
        self._commits, self.cut = 0, 0
        self._counting = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> CommitCutter:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # closed: the test is over
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._target)) as server:
            answers = threading.Thread(target=_copy, args=(server, client), daemon=True)
            answers.start()
            with suppress(OSError):
                while data := client.recv(1 << 20):
                    if _COMMIT in data and self._cuts_now():
                        client.shutdown(socket.SHUT_RDWR)
                        if self._reached:
                            server.sendall(data)
                        break
                    server.sendall(data)
            with suppress(OSError):
                server.shutdown(socket.SHUT_WR)
            answers.join()  # closing before the server has answered could take what it was sent back

    def _cuts_now(self) -> bool:
        with self._counting:
            chosen = self._commits in self._cuts
            self._commits += 1
            self.cut += chosen
            return chosen


def _copy(source: socket.socket, target: socket.socket) -> None:
    """All that comes from `source`, to the end; what `target` no longer takes is dropped."""
    with suppress(OSError):
        while data := source.recv(1 << 20):
            with suppress(OSError):
                target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
