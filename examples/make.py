"""Make `examples/articles/` from the clean sources in `examples/sources/`: the damage that scraping does to a page.

    python examples/make.py            write every page
    python examples/make.py --check    write nothing; say which pages differ from their sources (exit code 1)

A source is a text file: `key: value` lines, an empty line, one paragraph a line. Keys: `title`, `published`,
`source` (medium), `author`, `url`, `site`, `crumbs`; `form` (`text` or `html`); `damage`, one of `DAMAGES`;
`furniture: yes` (navigation and copyright lines around a text page); `encoding` and `declared` (what the page claims
to be encoded in). The standard library is enough, and the same sources always give the same bytes.
"""

from __future__ import annotations

import csv
import html
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
ARTICLES = HERE / "articles"

ADVERTS = ("代开发票", "彩票平台", "办证电话", "澳门网上娱乐", "信用卡套现", "免费加微信领红包")

#: Full-width forms of digits and Latin letters; half-width forms of Chinese punctuation.
WIDE = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)}
NARROW = str.maketrans({"，": ",", "。": "。", "：": ":", "（": "(", "）": ")", "；": ";", "？": "?", "！": "!"})


@dataclass(frozen=True, slots=True)
class Source:
    """One clean page: its `key: value` lines and its paragraphs. `stem` is the file name without suffix."""

    stem: str
    meta: dict[str, str]
    paragraphs: tuple[str, ...]

    def get(self, key: str, default: str = "") -> str:
        return self.meta.get(key, default)


def read_source(path: Path) -> Source:
    """Read one source file. Raises `ValueError` where a header line has no colon."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    meta: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"{path.name}: header line without a colon: {line!r}")
        meta[key.strip()] = value.strip()
    return Source(path.stem, meta, tuple(line for line in body.splitlines() if line.strip()))


def _table(name: str) -> dict[str, str]:
    with (SOURCES / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: row[1] for row in rows}


# --- damage: each takes text and a random source and gives damaged text ---------------------------------------------


def traditional(text: str, rng: random.Random) -> str:
    """Character by character, as the cheap converters do."""
    return text.translate({ord(simple): full for simple, full in _table("traditional.csv").items()})


def gloss(text: str, rng: random.Random) -> str:
    """Traditional characters, the pinyin of some in brackets behind them: 會(huì)議. Punctuation becomes half-width."""
    readings = _table("glosses.csv")
    return "".join(
        f"{char}({readings[char]})" if char in readings else char for char in traditional(text, rng).translate(NARROW)
    )


def lost(text: str, rng: random.Random) -> str:
    """The same converter at work on GBK bytes, where it also finds its characters across two others.

    The gloss then splits a character in two: the half before the bracket swallows the bracket and becomes `?`, the
    half behind pairs up wrongly with what follows, up to the next ASCII character.
    """
    data = traditional(text, rng).translate(NARROW).encode("gbk")
    for char, reading in _table("glosses.csv").items():
        data = data.replace(char.encode("gbk"), char.encode("gbk") + f"({reading})".encode("gbk"))
    return decode_gbk_carelessly(data)


def decode_gbk_carelessly(data: bytes) -> str:
    """Decode GBK as browsers of the time did: a lead byte takes the next byte with it, whatever that is."""
    out: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(chr(data[at]))
            at += 1
            continue
        try:
            out.append(data[at : at + 2].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        at += 2
    return "".join(out)


def width(text: str, rng: random.Random) -> str:
    """Full-width digits here, half-width punctuation there."""
    return "".join(
        char.translate(WIDE) if char.isascii() and rng.random() < 0.7 else char.translate(NARROW) for char in text
    )


def ads(text: str, rng: random.Random) -> str:
    """One or two advertisement phrases thrown into the sentences, again and again."""
    return _inject(text, rng, tuple(rng.sample(ADVERTS, 2)))


def names(text: str, rng: random.Random) -> str:
    """Pieces of the headline thrown into the sentences, to please search engines."""
    headline = text.split("\n", 1)[0]
    pieces = re.findall(r"\w{2}(?=\w{2})|\w+?会议", headline)
    return _inject(text, rng, tuple(pieces))


def spaced(text: str, rng: random.Random) -> str:
    """Two-character names set to the width of three, a hard space behind every sentence."""
    return re.sub(r"(书记|市长|主任|摄影)(\w)(\w)(?=\W|主|致|发)", r"\1\2　\3", text).replace("。", "。\u00a0")


def _inject(text: str, rng: random.Random, words: tuple[str, ...]) -> str:
    """The words behind every second mark of punctuation or so, the headline left alone."""
    headline, mark, body = text.partition("\n")
    places = re.compile(r"(?<=[，。、])(?=\w)")
    return headline + mark + places.sub(lambda _: rng.choice(words) if rng.random() < 0.4 else "", body)


DAMAGES: dict[str, Callable[[str, random.Random], str]] = {
    "traditional": traditional,
    "gloss": gloss,
    "lost": lost,
    "width": width,
    "ads": ads,
    "names": names,
    "spaced": spaced,
}


# --- the page around the text ---------------------------------------------------------------------------------------


def byline(source: Source) -> str:
    """The line of date, medium and reporter, in one of the orders that sites use."""
    date, medium, author = source.get("published"), source.get("source"), source.get("author")
    reporter = re.sub(r"^(记者|编辑|通讯员) ", "", author)
    forms = (
        f"{date} 来源：{medium} 作者：{reporter}",
        f"发布时间：{date}  来源：{medium}",
        f"{date} {medium}",
        f"来源：{medium} {date} 编辑：{reporter}",
    )
    chosen = forms[sum(map(ord, source.stem)) % len(forms)]
    return re.sub(r"\s*(作者|编辑|发布时间)：(?=\s|$)", "", chosen).strip()


def text_page(source: Source) -> str:
    """A page saved as text; `furniture: yes` leaves the lines around the article in."""
    lines = [source.get("title"), byline(source), *source.paragraphs]
    if source.get("furniture") == "yes":
        site = source.get("site")
        lines = [
            "[设为首页] [加入收藏] 简体版 | 繁体版 | 无障碍浏览",
            f"您当前的位置：{source.get('crumbs').replace(' ', ' > ')}",
            *lines[:2],
            "【字体：大 中 小】 打印本页 分享到：微信 微博",
            *lines[2:],
            "上一篇：我市召开安全生产工作会议",
            "下一篇：图片新闻：春到田间",
            "扫一扫在手机打开当前页",
            f"凡本网注明“来源：{site}”的所有作品，版权均属于{site}，未经授权不得转载。",
            f"版权所有：{site}　地址：人民路1号　联系电话：0000-1234567",
        ]
    return "\n".join(lines) + "\n"


def html_page(source: Source) -> str:
    """A page as the server sent it, with menus, a list of other headlines, scripts and a footer."""
    esc = html.escape
    site, title = esc(source.get("site", source.get("source"))), esc(source.get("title"))
    menu = "".join(
        f'<li><a href="/{n}.html">{word}</a></li>' for n, word in enumerate(("首页", "时政", "县区", "视频"))
    )
    crumbs = " &gt; ".join(f"<a href='#'>{esc(word)}</a>" for word in source.get("crumbs").split())
    paragraphs = "\n".join(f"    <p>　　{esc(text, quote=False)}</p>" for text in source.paragraphs)
    charset = source.get("declared") or source.get("encoding") or "utf-8"
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="{charset}">
<title>{title}_{site}</title>
<meta name="keywords" content="{site},新闻,资讯">
<link rel="canonical" href="{esc(source.get("url"))}">
<script>var hits = 1024; document.title = document.title + "";</script>
<style>.nav li {{ float: left }}</style>
</head>
<body>
<div class="nav"><ul>{menu}</ul></div>
<div class="crumbs">当前位置：{crumbs}</div>
<div class="main">
  <h1>{title}</h1>
  <div class="info"><span>{esc(byline(source))}</span> <span>浏览次数：<em id="hits">1024</em></span></div>
  <div class="content">
{paragraphs}
  </div>
  <div class="share">分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>
</div>
<div class="related"><h3>相关新闻</h3><ul>
  <li><a href="/a.html">全市上半年经济运行情况新闻发布会举行</a></li>
  <li><a href="/b.html">市领导检查防汛工作</a></li>
</ul></div>
<div class="footer">关于我们 | 联系我们 | 网站地图<br>版权所有 {site} 未经书面授权不得复制或建立镜像<br>
网络视听许可证0000000号</div>
</body>
</html>
"""


def page(source: Source) -> tuple[str, bytes]:
    """The damaged page: its file name and its bytes."""
    kind = source.get("damage")
    rng = random.Random(source.stem)
    if source.get("form") == "html":
        if kind:
            damaged = DAMAGES[kind]("\n".join(source.paragraphs), rng)
            source = Source(source.stem, source.meta, tuple(damaged.split("\n")))
        text, suffix = html_page(source), ".html"
    else:
        text, suffix = text_page(source), ".txt"
        if kind:
            text = DAMAGES[kind](text, rng)
    return source.stem + suffix, text.encode(source.get("encoding") or "utf-8")


def pages() -> dict[str, bytes]:
    """Every page by file name."""
    return dict(page(read_source(path)) for path in sorted(SOURCES.glob("*.txt")))


def main(arguments: list[str]) -> int:
    made = pages()
    if "--check" in arguments:
        there = {path.name: path.read_bytes() for path in ARTICLES.iterdir()}
        differing = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
        for name in differing:
            print(f"{name}: differs from its source; run python examples/make.py")
        return 1 if differing else 0
    ARTICLES.mkdir(exist_ok=True)
    for path in ARTICLES.iterdir():
        if path.name not in made:
            path.unlink()
    for name, data in made.items():
        (ARTICLES / name).write_bytes(data)
    print(f"{len(made)} pages in {ARTICLES.relative_to(HERE.parent)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
