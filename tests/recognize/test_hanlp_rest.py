"""The real client against a server on this machine that speaks HanLP's API, and errs as servers do."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg.errors import KgError
from kg.recognize import check, hanlp_rest
from kg.recognize.hanlp_rest import HanlpRestRecognizer

pytest.importorskip("hanlp_restful", reason="the extra hanlp-rest is not installed (pip install 'govkg[hanlp-rest]')")

#: (status, headers, body); a body that is no string is sent as JSON.
Reply = tuple[int, dict[str, str], Any]


def spoken(text: list[str]) -> dict[str, Any]:
    """HanLP's answer: words, and entities as (text, label, first word, word after the last)."""
    words = [_cut(sentence) for sentence in text]
    return {"tok/fine": words, "ner/msra": [_named(line) for line in words]}


def _cut(sentence: str) -> list[str]:
    for name in ("九江市", "张三", "李四"):
        sentence = sentence.replace(name, f"|{name}|")
    return [c for part in sentence.split("|") for c in ([part] if part in _LABELS else part) if not c.isspace()]


_LABELS = {"九江市": "LOCATION", "张三": "PERSON", "李四": "PERSON"}


def _named(words: list[str]) -> list[list[Any]]:
    return [[word, _LABELS[word], n, n + 1] for n, word in enumerate(words) if word in _LABELS]


class Server:
    """Answers as `reply` says, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.reply: Callable[[list[str]], Reply] = lambda text: (200, {}, spoken(text))
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.paths.append(self.path)
                outer.headers.append(dict(self.headers))
                outer.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                status, headers, body = outer.reply(outer.asked[-1]["text"])
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST  # noqa: N815 - the names http.server calls

            def log_message(self, format: str, *args: object) -> None: ...

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None: ...  # a client that has hung up

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def stop(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("HANLP_AUTH", raising=False)
    running = Server()
    yield running
    running.stop()


def seen(server: Server, sentences: list[str]) -> list[list[str]]:
    told = HanlpRestRecognizer(server.url, timeout=5).entities(sentences)
    return [[f"{s[e.start : e.end]} {e.kind}" for e in found] for s, found in zip(sentences, told, strict=True)]


def test_what_is_asked_and_told(server: Server) -> None:
    assert seen(server, ["九江市市长张三讲话", "会议强调", "局长李 四、李四"]) == [
        ["九江市 place", "张三 person"],
        [],
        ["李四 person"],
    ]
    assert server.paths == ["/parse"]
    assert server.asked[0]["text"] == ["九江市市长张三讲话", "会议强调", "局长李 四、李四"]
    assert server.asked[0]["tasks"] == ["tok", "ner"]
    assert server.asked[0]["language"] == "zh"
    assert server.headers[0]["Content-Type"] == "application/json"


def test_blank_and_repeated_sentences_are_not_sent(server: Server) -> None:
    assert seen(server, ["", "张三", "  ", "张三"]) == [[], ["张三 person"], [], ["张三 person"]]
    assert server.asked[0]["text"] == ["张三"]
    assert seen(server, ["", " "]) == [[], []]
    assert len(server.asked) == 1


def test_many_sentences_go_in_several_requests(server: Server) -> None:
    sentences = [f"张三{n}" for n in range(70)]
    assert seen(server, sentences) == [["张三 person"]] * 70
    assert [len(form["text"]) for form in server.asked] == [32, 32, 6]
    server.asked.clear()
    assert seen(server, ["李" * 5000, "张三" + "长" * 5000]) == [[], ["张三 person"]]
    assert len(server.asked) == 2


def test_a_key_goes_into_the_header(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANLP_AUTH", "key")
    seen(server, ["张三"])
    assert server.headers[0]["Authorization"] == "Basic key"


def test_its_name_is_that_of_the_server(server: Server) -> None:
    assert HanlpRestRecognizer(server.url + "/").name == "hanlp-rest:" + server.url.removeprefix("http://")


def test_a_sentence_that_the_server_cut_into_two(server: Server) -> None:
    def cut(text: list[str]) -> Reply:
        return 200, {}, spoken([piece for sentence in text for piece in sentence.split("|")])

    server.reply = cut
    assert seen(server, ["张三讲话!|九江市、李四", "李四"]) == [
        ["张三 person", "九江市 place", "李四 person"],
        ["李四 person"],
    ]


def test_pieces_do_not_reach_into_each_other(server: Server) -> None:
    body = {"tok/fine": [["张三"], ["李四"]], "ner/msra": [[["张三李四", "PERSON", 0, 2]], [["李四", "PERSON", 0, 1]]]}
    server.reply = lambda text: (200, {}, body)
    assert seen(server, ["张三李四"]) == [["李四 person"]]


def test_too_many_requests_then_an_answer(server: Server) -> None:
    left = [1, 2]

    def busy(text: list[str]) -> Reply:
        return (429, {"Retry-After": "0"}, {"detail": "slow down"}) if left and left.pop() else (200, {}, spoken(text))

    server.reply = busy
    assert seen(server, ["张三"]) == [["张三 person"]]
    assert len(server.asked) == 3


def test_too_many_requests_for_too_long(server: Server) -> None:
    server.reply = lambda text: (429, {"Retry-After": "0"}, {})
    with pytest.raises(KgError, match=r"does not answer: HTTP 429 Too Many Requests"):
        seen(server, ["张三"])
    assert len(server.asked) == 4


def test_pauses_grow_where_the_server_names_none(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(hanlp_rest.time, "sleep", slept.append)
    server.reply = lambda text: (503, {}, {})
    with pytest.raises(KgError, match="HTTP 503"):
        seen(server, ["张三"])
    assert slept == sorted(slept)
    assert len(slept) == 3
    slept.clear()
    server.reply = lambda text: (429, {"Retry-After": "86400"}, {})
    with pytest.raises(KgError, match="HTTP 429"):
        seen(server, ["张三"])
    assert max(slept) < 60


@pytest.mark.parametrize("status", [400, 401, 404, 422, 500])
def test_a_refusal_is_not_asked_again(server: Server, status: int) -> None:
    server.reply = lambda text: (status, {}, {"detail": "no"})
    with pytest.raises(KgError, match=f"HTTP {status}"):
        seen(server, ["张三"])
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_text_is_not_sent_on_to_another_address(server: Server, status: int) -> None:
    other = Server()
    try:
        server.reply = lambda text: (status, {"Location": f"{other.url}/parse"}, b"")
        with pytest.raises(KgError):
            seen(server, ["张三"])
        assert not any("张三" in str(form) for form in other.asked)
    finally:
        other.stop()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>welcome</html>",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        None,
        7,
        "text",
        {},
        {"detail": "x"},
        {"tok/fine": [["张三"]]},
        {"ner/msra": [[]]},
        {"tok/fine": None, "ner/msra": None},
        {"tok/fine": "张三", "ner/msra": "张三"},
        {"tok/fine": ["张三"], "ner/msra": [[]]},
        {"tok/fine": [["张三"]], "ner/msra": [[], []]},
    ],
    ids=lambda body: repr(body)[:24],
)
def test_an_answer_that_is_none(server: Server, body: Any) -> None:
    server.reply = lambda text: (200, {}, body)
    with pytest.raises(KgError, match="does not answer") as caught:
        seen(server, ["张三"])
    assert server.url in str(caught.value)
    assert len(str(caught.value)) < 400
    assert "\n" not in str(caught.value)


def test_odd_words_and_spans_are_passed_over(server: Server) -> None:
    body = {
        "tok/fine": [["市长", None, 3, "张三"]],
        "ner/msra": [[["张三", "PERSON", 3, 4], None, ["x"], 5, ["李", "X", 0, 99]]],
    }
    server.reply = lambda text: (200, {}, body)
    assert seen(server, ["市长张三"]) == [["张三 person"]]


def test_a_server_that_is_down_is_known_at_once(server: Server) -> None:
    server.stop()
    with pytest.raises(KgError, match=f"the HanLP server {server.url} does not answer: .*refused") as caught:
        check(f"hanlp-rest:{server.url}")
    assert caught.value.exit_code == 1


def test_a_server_that_is_silent(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    blocked = threading.Event()

    def wait(text: list[str]) -> Reply:
        blocked.wait(10)
        return 200, {}, {}

    server.reply = wait
    with pytest.raises(KgError, match="timed out"):
        HanlpRestRecognizer(server.url, timeout=1).entities(["张三"])
    blocked.set()
