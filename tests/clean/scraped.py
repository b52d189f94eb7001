"""What scrapers and sites do to a page besides damaging its characters: every form takes the lines of a clean text
(headline first) and gives the page. Used by `test_scraped`, three texts each."""

from __future__ import annotations

import html
import random
from collections.abc import Callable
from typing import TypeAlias

from tests.clean.texts import gloss_bytes, to_glossed, to_traditional, widen

Page: TypeAlias = str | bytes
Form: TypeAlias = Callable[[list[str], random.Random], Page]
FORMS: dict[str, Form] = {}
DATELINE = "2022-03-09 10:00 来源：宜春日报"
OTHERS = ("全市春耕生产现场会召开", "袁州区：小橙子结出大产业", "我市新增三家国家级绿色工厂")


def form(make: Form) -> Form:
    FORMS[make.__name__] = make
    return make


def half(text: str) -> str:
    return text.translate(str.maketrans("，：；（）！？", ",:;()!?"))


def broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def page(title: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}_宜春新闻网</title></head><body>"
        f"<div class='nav'><a href='/'>首页</a> <a href='/n'>新闻</a></div><h1>{title}</h1>"
        f"<div class='info'>{DATELINE}</div><div id='content'>{body}</div>"
        "<div class='footer'>Copyright &copy; 2010-2025 版权所有</div></body></html>"
    )


# -- encodings, scripts, widths together


@form
def glossed_html_in_gbk_declared_utf8(lines: list[str], chance: random.Random) -> Page:
    return to_glossed(page(lines[0], paragraphs(lines[1:]))).encode("gb18030")


@form
def half_width_html_in_gbk_declared_utf8(lines: list[str], chance: random.Random) -> Page:
    return half(page(lines[0], paragraphs(lines[1:]))).encode("gb18030")


@form
def traditional_in_half_width(lines: list[str], chance: random.Random) -> Page:
    return half(to_traditional("\n".join(lines)))


@form
def traditional_in_utf16(lines: list[str], chance: random.Random) -> Page:
    return to_traditional("\n".join(lines)).encode("utf-16")


@form
def glossed_on_bytes_in_html(lines: list[str], chance: random.Random) -> Page:
    return page(gloss_bytes(lines[0]), paragraphs([gloss_bytes(line) for line in lines[1:]]))


@form
def glossed_and_broken_at_a_width(lines: list[str], chance: random.Random) -> Page:
    return page(
        to_glossed(lines[0]), "<br>".join(to_glossed(part) for line in lines[1:] for part in broken("　　" + line, 36))
    )


@form
def every_second_line_traditional(lines: list[str], chance: random.Random) -> Page:
    return "\n".join(to_traditional(line) if number % 2 else line for number, line in enumerate(lines))


@form
def full_width(lines: list[str], chance: random.Random) -> Page:
    return widen("\n".join(lines))


@form
def invisible_characters(lines: list[str], chance: random.Random) -> Page:
    def strew(char: str) -> str:
        return char + (chance.choice("\u200b\u200c\u200d\ufeff\u2060") if chance.random() < 0.1 else "")

    return "\n".join("".join(map(strew, line)) for line in lines)


# -- headlines


@form
def headline_in_the_breadcrumb(lines: list[str], chance: random.Random) -> Page:
    return "首页 > 新闻中心 > 宜春要闻 > " + "\n".join(lines)


@form
def headline_behind_the_position(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([f"当前位置：首页 >> 政务要闻 >> 正文 {lines[0]}", DATELINE, *lines[1:]])


@form
def headline_behind_a_menu(lines: list[str], chance: random.Random) -> Page:
    return "首页 走进宜春 新闻中心 政务公开 办事服务 互动交流 " + "\n".join(lines)


@form
def headline_with_tools(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([f"{lines[0]} {DATELINE} 字号：大 中 小 打印", *lines[1:]])


@form
def headline_with_column_and_site(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([f"{lines[0]} - 时政要闻 - 宜春市人民政府门户网站", *lines[1:]])


@form
def headline_set_wide(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([" ".join(lines[0]), *lines[1:]])


@form
def headline_again_and_again(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([f"{lines[0]}-宜春新闻网", "宜春新闻网", lines[0], lines[0], DATELINE, *lines[1:], lines[0]])


@form
def headlines_of_others_above(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*OTHERS[1:], lines[0], DATELINE, *lines[1:]])


# -- lines


@form
def one_line(lines: list[str], chance: random.Random) -> Page:
    return "　　".join(lines)


@form
def one_line_with_dateline(lines: list[str], chance: random.Random) -> Page:
    return f"{lines[0]} {DATELINE} " + "  ".join(lines[1:])


@form
def broken_at_forty(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], *(part for line in lines[1:] for part in broken("　　" + line, 40))])


@form
def printed_pages(lines: list[str], chance: random.Random) -> Page:
    rows = [part for line in lines[1:] for part in broken("　　" + line, 25)]
    out = [lines[0]]
    for number, row in enumerate(rows):
        out.append(row)
        if number % 3 == 2:
            out += [f"— {number // 3 + 1} —", "宜春日报 2022年3月9日 第2版"]
    return "\n".join(out)


@form
def page_numbers(lines: list[str], chance: random.Random) -> Page:
    out = [lines[0], lines[1], "第 1 页 共 5 页", "宜春市人民政府办公室文件"]
    for number, line in enumerate(lines[2:], 2):
        out += [line, f"第 {number} 页 共 5 页", "宜春市人民政府办公室文件"]
    return "\n".join(out)


@form
def tabs_and_empty_lines(lines: list[str], chance: random.Random) -> Page:
    return "\t" + lines[0] + "\t\r\n\t\t\t\r\n" + "\r\n\t\r\n\t".join("\t\t" + line for line in lines[1:])


# -- other formats


@form
def breaks_alone(lines: list[str], chance: random.Random) -> Page:
    return page(lines[0], "<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in lines[1:]))


@form
def indents_as_entities(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], *("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in lines[1:])])


@form
def all_as_entities(lines: list[str], chance: random.Random) -> Page:
    return "\n".join("".join(f"&#x{ord(char):x};" for char in line) for line in lines)


@form
def a_table(lines: list[str], chance: random.Random) -> Page:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in lines[1:])
    return f"<html><body><table><tr><td><h1>{lines[0]}</h1></td></tr>{rows}</table></body></html>"


@form
def words_in_spans(lines: list[str], chance: random.Random) -> Page:
    spans = ("".join(f"<span lang='EN-US'>{part}</span>" for part in broken(line, 5)) for line in lines[1:])
    return page(lines[0], "".join(f"<p class='MsoNormal'>{line}</p>" for line in spans))


@form
def hidden_words(lines: list[str], chance: random.Random) -> Page:
    hidden = "<span style='display:none'>股票开户佣金</span>"
    return page(lines[0], "".join(f"<p>{line}{hidden}</p><!-- 书记 -->" for line in lines[1:]))


@form
def stray_paragraphs(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], *(f"<p>　　{line}</p>" for line in lines[1:])])


@form
def stray_breaks(lines: list[str], chance: random.Random) -> Page:
    return lines[0] + "\n" + "<br />".join("　　" + line for line in lines[1:])


@form
def tags_as_entities(lines: list[str], chance: random.Random) -> Page:
    return lines[0] + "\n" + html.escape("".join(f'<p style="text-indent:2em">{line}</p>' for line in lines[1:]))


@form
def escapes_of_json(lines: list[str], chance: random.Random) -> Page:
    return lines[0] + "\\r\\n" + "\\r\\n".join("\\u3000\\u3000" + line for line in lines[1:])


@form
def line_ends_of_json(lines: list[str], chance: random.Random) -> Page:
    return "\\n".join(lines)


@form
def markdown(lines: list[str], chance: random.Random) -> Page:
    head = [
        f"# {lines[0]}",
        "",
        "**2022-03-09** 来源：[宜春日报](http://example.cn/)",
        "",
        "![](http://example.cn/a.jpg)",
    ]
    foot = ["[返回首页](http://example.cn)", "* [图片新闻](http://example.cn/1)", "* [领导活动](/2)"]
    return "\n\n".join([*head, *lines[1:], *foot])


@form
def style_and_script(lines: list[str], chance: random.Random) -> Page:
    rule = ".TRS_Editor P{font-family:宋体;font-size:12pt;}.TRS_Editor DIV{font-size:12pt;}"
    script = 'var _hmt = _hmt || []; (function() { var hm = document.createElement("script"); })();'
    return "\n".join([lines[0], DATELINE, rule + lines[1], *lines[2:], script, '$(function(){ $("#share").show(); })'])


# -- what stands within and around


@form
def boxes_between(lines: list[str], chance: random.Random) -> Page:
    boxes = [
        "分享到：微信 微博 QQ空间",
        "打开APP，查看更多精彩图片",
        "点击加载更多",
        "复制链接 生成海报",
        "转发 收藏 点赞(12)",
    ]
    return "\n".join([lines[0], DATELINE, *(part for line in lines[1:] for part in (line, chance.choice(boxes)))])


@form
def list_of_others_within(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*lines[:2], "【延伸阅读】", *OTHERS[:2], *lines[2:]])


@form
def another_headline_within(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*lines[:2], f"相关阅读：{OTHERS[0]}", *lines[2:]])


@form
def box_of_links_within(lines: list[str], chance: random.Random) -> Page:
    links = "".join(f"<li><a href='/1'>{other}</a></li>" for other in OTHERS)
    box = f"<div class='related'><h4>相关新闻</h4><ul>{links}</ul></div>"
    return page(lines[0], paragraphs(lines[1:2]) + box + paragraphs(lines[2:]))


@form
def second_article(lines: list[str], chance: random.Random) -> Page:
    other = [
        OTHERS[0],
        "2022-03-08 09:00 来源：宜春日报",
        "3月7日，全市春耕生产现场会在袁州区召开。副市长江海平出席会议并讲话，市农业农村局局长孙立军主持。",
    ]
    return "\n".join([lines[0], DATELINE, *lines[1:], *other])


@form
def pages_within(lines: list[str], chance: random.Random) -> Page:
    forms = ["1 2 3 下一页", "[1] [2] [3] 下一页 尾页", "共3页 1 2 3 下一页", "第1页 第2页 第3页", "上一页 1 2 下一页"]
    return "\n".join([*lines[:2], chance.choice(forms), *lines[2:]])


@form
def pages_below(lines: list[str], chance: random.Random) -> Page:
    forms = ["【1】【2】【3】", "共 3 页 上一页 1 2 3 下一页 跳转", "下一页>", "余下全文"]
    return "\n".join([*lines, chance.choice(forms)])


@form
def read_aloud(lines: list[str], chance: random.Random) -> Page:
    voice = [chance.choice(["语音播报", "听新闻", "朗读本文"]), "00:00 / 03:25", "语速：0.5x 1x 1.5x 2x"]
    more = ["您的浏览器不支持 audio 标签。", "播放 暂停 停止"]
    return "\n".join([lines[0], DATELINE, *voice, *more, *lines[1:]])


@form
def comments_below(lines: list[str], chance: random.Random) -> Page:
    first = ["网友评论（3条）", "张先生 2022-03-09 10:10", "支持！希望早日建成。", "回复 赞(3)"]
    second = ["李先生说：凌书记讲得好！这次会议开得很及时，希望能把政策落到实处，让老百姓得到实惠。", "查看全部评论"]
    return "\n".join([*lines, *first, *second])


@form
def foot_of_an_office(lines: list[str], chance: random.Random) -> Page:
    foot = [
        "附件：",
        "扫一扫在手机打开当前页",
        "【返回顶部】 【打印本页】 【关闭窗口】",
        "链接：中国政府网 江西省人民政府 各县市区",
    ]
    more = [
        "网站支持IPv6",
        "党政机关 赣公网安备 36090002000001号",
        "主办：宜春市人民政府办公室",
        "12345热线 无障碍声明",
    ]
    return "\n".join([*lines, *foot, *more])


@form
def hot_list_below(lines: list[str], chance: random.Random) -> Page:
    ranks = [f"{number} {other}" for number, other in enumerate(OTHERS, 1)]
    return "\n".join([*lines, "热点新闻", *ranks, "24小时排行", "1.宜春发布大风蓝色预警", "2.高考报名今日截止"])


@form
def neighbours_on_one_line(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*lines, f"上一篇：{OTHERS[0]} 下一篇：{OTHERS[1]}"])


@form
def log_in_bar(lines: list[str], chance: random.Random) -> Page:
    bar = [
        "欢迎您来到宜春新闻网！ 今天是2022年3月9日 星期三 农历二月初七",
        "登录 | 注册 | 投稿 | 客户端",
        "请输入关键字 搜索",
    ]
    return "\n".join([*bar, "宜春新闻网", *lines])


@form
def column_beside(lines: list[str], chance: random.Random) -> Page:
    left = f"<div class='tt'>{lines[0]}</div><div class='dd'>日期：2022-03-09　来源：宜春日报</div>"
    left += "".join(f"<div>{line}</div>" for line in lines[1:])
    right = f"<h3>热点</h3><div>{OTHERS[0]}，副市长出席并讲话</div><div>{OTHERS[1]}，富了一方百姓</div>"
    return f"<html><body><div><div class='left'>{left}</div><div class='right'>{right}</div></div></body></html>"


@form
def advertisements_between(lines: list[str], chance: random.Random) -> Page:
    sold = ["股票开户佣金万一免五", "★澳门新葡官网★", "成人高考报名热线 一次拿证", "加微信领红包"]
    return "\n".join([lines[0], *(part for line in lines[1:] for part in (line, chance.choice(sold)))])
