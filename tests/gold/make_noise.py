#!/usr/bin/env python3
"""Lay scraping damage over the clean articles: ``SET/NAME.clean.txt`` -> ``SET/NAME.txt``.

usage: make_noise.py SET

Each article's header in ``src/`` names the kinds (``noise=gloss,gbk,nav``), laid on in this order:

trad       traditional characters, one for one, as a page converter makes them
gloss      the same, and a pinyin gloss in brackets after the characters that converter glosses: 會(huì)議
gbk        with gloss: the glossing runs over GBK *bytes* without regard to where a character begins, so that a chance
           match inside two neighbours is glossed too and what follows is read out of step (記者 -> ?dòng)浾...)
lost       lead bytes of GBK text lost: each becomes ``?`` and shifts the reading until the next ASCII character
width      full-width and half-width digits and marks mixed, marks dropped
spaces     blanks within two-character and other names and titles
ads        advertisement phrases injected between and inside paragraphs
furniture  print, share and reading aids, copyright
nav        navigation, breadcrumb, related headlines, copyright
html       the whole as an HTML page

Deterministic: the random choices are seeded with the article's name. Needs ``opencc-python-reimplemented`` for
``trad`` and ``gloss`` (only to make the files anew).
"""

from __future__ import annotations

import argparse
import html
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from compile import HERE, articles_of  # type: ignore[import-not-found, unused-ignore]

# The characters the converter glosses, with the reading it gives, as seen on real pages.
GLOSSES = dict(
    re.findall(
        r"(\S)(\S+)",
        "來lái 個gè 價jià 優yōu 內nèi 創chuàng 動dòng 務wù 勢shì 區qū 協xié 團tuán "
        "堅jiān 報bào 場chǎng 塊kuài 學xué 實shí 對duì 導dǎo 強qiáng 復fù 態tài "
        "戰zhàn 擔dān 時shí 書shū 會huì 業yè 構gòu 樂lè 標biāo 樹shù 機jī 權quán "
        "測cè 準zhǔn 濟jì 現xiàn 環huán 產chǎn 當dāng 發fā 監jiān 礎chǔ 穩wěn 競jìng "
        "結jié 絡luò 統tǒng 經jīng 網wǎng 續xù 習xí 聯lián 萬wàn 術shù 補bǔ 見jiàn "
        "規guī 計jì 設shè 話huà 認rèn 說shuō 調diào 請qǐng 負fù 財cái 責zé 質zhì "
        "轉zhuǎn 進jìn 運yùn 遠yuǎn 鄉xiāng 醫yī 鎮zhèn 長zhǎng 門mén 關guān 陽yáng "
        "項xiàng 領lǐng 驗yàn 點diǎn 開kāi 國guó 過guò 車chē 識shí 線xiàn 專zhuān "
        "問wèn 級jí 爭zhēng 兩liǎng",
    )
)
# Characters with several traditional forms, which the converter leaves alone.
UNCHANGED = set("后云干里面只余谷范征松丑几卜了才冬向吁回困奸姜家岳布志折挂旋曲朱杆板札梁沈淀漓升瓮占咸采游秋")
PREFERRED = {"划": "劃", "签": "簽", "并": "並", "准": "準", "着": "著", "峰": "峰", "群": "群", "担": "擔"}

ADS = [
    "老牌彩票平台注册送88元",
    "【点击下载APP 新用户领红包】",
    "成人高考报名热线 一次拿证",
    "★澳门新葡官网★",
    "二手房急售 随时看房",
    "股票开户佣金万一免五",
]


def to_traditional(text: str) -> str:
    """One character for one, only into what GBK can write."""
    from opencc import OpenCC  # type: ignore[import-untyped]

    convert: Callable[[str], str] = OpenCC("s2tw").convert
    out = []
    for char in text:
        other = char if char in UNCHANGED or ord(char) < 0x4E00 else PREFERRED.get(char) or convert(char)
        try:
            other.encode("gbk")
        except UnicodeEncodeError:
            other = char
        out.append(other if len(other) == 1 else char)
    return "".join(out)


def gloss(text: str) -> str:
    return "".join(f"{char}({GLOSSES[char]})" if char in GLOSSES else char for char in text)


def gloss_bytes(text: str, names: list[str], rng: random.Random) -> str:
    """The converter's own way, line by line: match and insert on GBK bytes, then read the result as GBK."""
    return "\n".join(keep_names(line, [gloss(n) for n in names], gloss_line, rng) for line in text.split("\n"))


def keep_names(line: str, names: list[str], step: Callable[[str, random.Random], str], rng: random.Random) -> str:
    """The line damaged in such a way that no name in it becomes unreadable; undamaged where that does not succeed."""
    mine = [name for name in names if name in gloss(line) or name in line]
    for _ in range(40):
        out = step(line, rng)
        if all(name in out for name in mine):
            return out
    return gloss(line) if step is gloss_line else line


def gloss_line(text: str, rng: random.Random) -> str:
    pairs = {char.encode("gbk"): f"({reading})".encode("gbk") for char, reading in GLOSSES.items()}
    data, out, at = text.encode("gbk", "replace"), bytearray(), 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(data[at])
            at += 1
            continue
        pair, straddling = bytes(data[at : at + 2]), bytes(data[at + 1 : at + 3])
        if pair not in pairs and straddling in pairs and rng.random() < 0.6:
            # The match straddles two characters: the gloss goes between the halves of the second one.
            out += data[at : at + 3] + pairs[straddling]
            if at + 3 < len(data):
                out.append(data[at + 3])
            at += 4
            continue
        out += pair + pairs.get(pair, b"")
        at += 2
    return read_gbk(bytes(out))


def read_gbk(data: bytes) -> str:
    """GBK as a forgiving reader reads it: an impossible pair is swallowed whole and becomes one ``?``."""
    out, at = [], 0
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


def lose_bytes(text: str, names: list[str], rng: random.Random) -> str:
    """Some lead bytes replaced by ``?``; the reading shifts until an ASCII character brings it back into step."""
    return "\n".join(keep_names(line, names, lose_in_line, rng) for line in text.split("\n"))


def lose_in_line(line: str, rng: random.Random) -> str:
    data = bytearray(line.encode("gbk", "replace"))
    starts, at = [], 0
    while at < len(data):
        wide = data[at] >= 0x80
        # only shortly before an ASCII character, as on the pages where enough survives to be read
        if wide and any(byte < 0x80 for byte in data[at : at + 14 : 2]):
            starts.append(at)
        at += 2 if wide else 1
    for start in rng.sample(starts, min(len(starts), 1 + len(line) // 160)):
        data[start] = 0x3F
    return read_gbk(bytes(data))


def mix_width(text: str, rng: random.Random) -> str:
    other = {
        "\uff0c": ",",
        ",": "\uff0c",
        "、": "\uff64",
        "：": ":",
        ":": "：",
        "“": '"',
        "”": '"',
        "（": "(",
        "）": ")",
    }
    chance = {"、": 0.3, "“": 0.3, "”": 0.3}
    out = []
    for char in text:
        if char.isdigit() and char.isascii() and rng.random() < 0.7:
            char = chr(ord(char) + 0xFEE0)
        elif char in other and rng.random() < chance.get(char, 0.5):
            char = other[char]
        elif char == "。" and rng.random() < 0.12:
            char = rng.choice(["\uff61", "\uff0e", " "])
        out.append(char)
    return "".join(out)


def space_names(text: str, names: list[str], rng: random.Random) -> str:
    """Two-character names set wide, and blanks where a line break of the print edition stood."""
    for name in names:
        if len(name) == 2:
            text = text.replace(name, name[0] + "　" + name[1])
        elif len(name) == 3 and rng.random() < 0.3:
            text = text.replace(name, name[0] + " " + name[1:])
    return text


def inject_ads(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(3):
        at = rng.randrange(1, len(lines))
        lines.insert(at, rng.choice(ADS))
    long = [i for i, line in enumerate(lines) if len(line) > 90]
    for i in rng.sample(long, min(2, len(long))):
        stops = [m.end() for m in re.finditer("。", lines[i][:-1])]
        if stops:
            cut = rng.choice(stops)
            lines[i] = lines[i][:cut] + rng.choice(ADS) + lines[i][cut:]
    return "\n".join(lines)


def add_furniture(text: str, rng: random.Random) -> str:
    head, _, rest = text.partition("\n")
    before = rng.choice(
        ["您当前的位置:首页>>新闻动态>>正文", "繁体版 | 无障碍浏览 | 长者模式", "欢迎访问! 今天是 星期五"]
    )
    middle = rng.choice(["【打印本页】 【关闭窗口】 浏览次数: 1024", "字号:[大][中][小] 分享到: 微信 微博 QQ空间"])
    after = rng.choice(
        [
            "扫一扫在手机打开当前页\n主办单位:信息中心 网站标识码:3700000012 联系电话:0000-12345678",
            "上一篇:我市召开国庆假期旅游安全会议\n下一篇:关于公开遴选公务员的公告\n版权所有 未经授权不得转载",
        ]
    )
    return f"{before}\n{head}\n{middle}\n{rest.rstrip()}\n{after}\n"


def add_navigation(text: str, rng: random.Random) -> str:
    menu = "网站首页 | 时政要闻 | 县区新闻 | 民生 | 专题 | 视频 | 数字报"
    crumb = rng.choice(["当前位置: 首页 > 要闻 > 正文", "您现在的位置:网站首页>>今日关注>>内容"])
    related = [
        "市领导到包联企业走访调研",
        "陈国栋主持召开防汛工作会议",
        "第六届龙舟赛月底开桨",
        "张家界至武汉高铁票价公布",
    ]
    rng.shuffle(related)
    listing = "\n".join(f"· {line}" for line in related[:3])
    foot = (
        "关于我们 | 网站地图 | 广告服务\nCopyright © 2009-2024 All Rights Reserved 违法和不良信息举报电话:0000-7654321"
    )
    return f"{menu}\n{crumb}\n{text.rstrip()}\n相关阅读\n{listing}\n{foot}\n"


def as_html(text: str, rng: random.Random) -> str:
    title, *lines = [html.escape(line) for line in text.rstrip().split("\n")]
    style = "text-indent:2em;line-height:180%"
    body = "\n".join(f'<p style="{style}"><span>&#12288;&#12288;{line}</span></p>' for line in lines)
    body = re.sub(r"(\d月)(\d+日)", r"\1<b>\2</b>", body)
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}-要闻-资讯网</title>
<style>.hd a{{color:#333}} /* 县长 主持 */</style>
<script>var t="市长主持召开会议";document.write('<i></i>');</script></head>
<body><div class="hd"><a href="/">首页</a> <a href="/sz/">时政</a> <a href="/qx/">区县</a></div>
<h1>{title}</h1>
<div class="tool"><a href="javascript:print()">打印</a>&nbsp;|&nbsp;<a href="#c">评论({rng.randrange(9)})</a></div>
<!-- 正文开始:书记讲话 -->
<div id="zoom">
{body}
</div>
<div class="ft"><ul><li>推荐:全省县委书记培训班开班</li><li>推荐:李向东到市图书馆调研</li></ul>
<p>Copyright &copy; 2006-2024 版权所有</p></div>
</body></html>
"""


def damage(name: str, text: str, kinds: list[str], names: list[str]) -> str:
    """The article with every kind of damage its header asks for. Raises `ValueError` for an unknown kind."""
    rng, wide = random.Random(name), [to_traditional(n) for n in names] if "gbk" in kinds else []
    steps: dict[str, Callable[[str], str]] = {
        "spaces": lambda t: space_names(t, names, rng),
        "ads": lambda t: inject_ads(t, rng),
        "width": lambda t: mix_width(t, rng),
        "furniture": lambda t: add_furniture(t, rng),
        "nav": lambda t: add_navigation(t, rng),
        "trad": to_traditional,
        "gloss": lambda t: gloss_bytes(to_traditional(t), wide, rng) if "gbk" in kinds else gloss(to_traditional(t)),
        "lost": lambda t: lose_bytes(t, names, rng),
        "html": lambda t: as_html(t, rng),
    }
    if unknown := set(kinds) - set(steps) - {"none", "gbk"}:
        raise ValueError(f"{name}: unknown noise {', '.join(sorted(unknown))}")
    for kind, step in steps.items():
        if kind in kinds:
            text = step(text)
    return text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set")
    arguments = parser.parse_args()
    for name, options, _, notes in articles_of(arguments.set):
        clean = (HERE / arguments.set / f"{name}.clean.txt").read_text(encoding="utf-8")
        names = [m.strip().lstrip("~") for m in re.findall(r"(?m)^(?:O\??|[MI]\d+\??) ([^=|\n]+)", notes)]
        names += re.findall(r"(?:\d+年)?\d+月\d+日", clean)
        text = damage(name, clean, options.get("noise", "none").split(","), names)
        (HERE / arguments.set / f"{name}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
