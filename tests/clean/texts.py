"""Clean pages of our own (invented people, real places), and what is done to them: the damage of scraped pages."""

from __future__ import annotations

import random
from pathlib import Path

from kg.clean.gbk import gbk
from kg.clean.gloss import readings
from kg.clean.script import simplified, traditional_forms

PAGES = tuple(
    (Path(__file__).parent / name).read_text(encoding="utf-8").rstrip("\n") for name in ("page1.txt", "page2.txt")
)
#: What a converter glosses: the commonest characters of the genre in their traditional form, by their usual reading.
GLOSSED = dict(
    pair.split("=")
    for pair in [
        "會=huì",
        "議=yì",
        "進=jìn",
        "發=fā",
        "時=shí",
        "書=shū",
        "記=jì",
        "長=zhǎng",
        "說=shuō",
        "動=dòng",
        "開=kāi",
        "強=qiáng",
        "調=diào",
        "產=chǎn",
        "業=yè",
        "縣=xiàn",
        "區=qū",
        "導=dǎo",
        "領=lǐng",
        "學=xué",
        "報=bào",
        "實=shí",
        "聯=lián",
        "協=xié",
        "設=shè",
        "經=jīng",
        "濟=jì",
        "問=wèn",
        "題=tí",
        "對=duì",
        "務=wù",
        "機=jī",
        "關=guān",
        "東=dōng",
        "應=yīng",
        "請=qǐng",
        "萬=wàn",
        "國=guó",
        "員=yuán",
        "會=huì",
        "團=tuán",
        "種=zhǒng",
        "過=guò",
        "還=hái",
        "這=zhè",
        "達=dá",
    ]
)


def to_traditional(text: str) -> str:
    """Character by character, as cheap machines do it."""
    table = gbk().pair

    def form(char: str) -> str:
        forms = [f for f in traditional_forms(char) if f in table and simplified(f) == char]
        return max(forms, key=lambda f: f in GLOSSED) if forms else char

    return "".join(form(char) for char in text)


def to_glossed(text: str) -> str:
    """Traditional, with the pinyin that a converter writes behind known characters."""
    return "".join(f"{c}({GLOSSED[c]})" if c in GLOSSED else c for c in to_traditional(text))


def to_bytes(text: str) -> bytes:
    return text.encode("gb18030")


def gloss_bytes(text: str) -> str:
    """The same done on the bytes of GBK, which finds characters across the borders of others."""
    table = gbk()
    pairs = {table.pair[c].to_bytes(2, "big"): r for c, r in GLOSSED.items() if c in readings()[r]}
    data = to_bytes(to_traditional(text))
    out = bytearray()
    at = 0
    while at < len(data):
        pair = data[at : at + 2]
        if data[at] >= 0x80 and pair in pairs:
            out += pair + f"({pairs[pair]})".encode("gb18030")
            at += 2
        else:
            out.append(data[at])
            at += 1
    return table.show(bytes(out))


def lose_lead(text: str, at: int) -> str:
    """The lead byte of the character at `at` is gone, a question mark in its place; all is shown again."""
    before, after = to_bytes(text[:at]), to_bytes(text[at:])
    return gbk().show(before + b"?" + after[1:])


def widen(text: str) -> str:
    """Digits and letters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def to_html(text: str, chance: random.Random) -> str:
    """A page around the text: menu, styles, scripts, comments, footer."""
    title, *rest = text.split("\n")
    paragraphs = "".join(
        f'<p style="text-indent:2em"><span>&#12288;&#12288;{line}</span></p>\n'
        + ('<div class="ad"><script>var s="主持会议。";</script></div>' if chance.random() < 0.3 else "")
        for line in rest
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}_某某网</title>"
        "<style>.a{color:red}/* 市长 */</style><script>document.write('<p>书记讲话。</p>')</script></head><body>"
        "<ul class='nav'><li><a href='/'>首页</a></li><li><a href='/n'>新闻</a></li></ul>"
        f"<div class='art'><h1>{title}</h1><div id='content'>{paragraphs}</div></div>"
        "<!-- 书记 --><div class='footer'>Copyright &copy; 2010-2025 All Rights Reserved</div></body></html>"
    )
