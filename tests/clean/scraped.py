"""What scrapers and sites do to a page besides damaging its characters: every form takes the lines of a clean text
(headline first) and gives the page. Used by `test_scraped`, three texts each."""

from __future__ import annotations

import html
import json
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


# -- further furniture


@form
def menu_one_word_a_line(lines: list[str], chance: random.Random) -> Page:
    menu = ["宜春新闻网", "首页", "时政", "县区", "民生", "专题", "数字报", "走进宜春", "政务公开"]
    return "\n".join([*menu, "热门搜索", "开发区", "营商环境", lines[0], DATELINE, *lines[1:]])


@form
def foot_one_word_a_line(lines: list[str], chance: random.Random) -> Page:
    foot = ["关于我们", "网站地图", "联系我们", "广告服务", "法律声明", "宜春新闻网版权所有", "赣ICP备08001234号"]
    return "\n".join([*lines, *foot, "赣公网安备36090002000123号", "技术支持：宜春日报社"])


@form
def weather_above(lines: list[str], chance: random.Random) -> Page:
    weather = ["2022年3月9日 星期三", "宜春 多云 12℃~20℃ 空气质量：良", "今日限行：2和7", "切换城市"]
    return "\n".join([*weather, lines[0], DATELINE, *lines[1:]])


@form
def invitations_to_follow(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*lines[:2], "扫一扫 关注宜春发布微信公众号", *lines[2:], "长按二维码关注我们"])


@form
def disclaimers(lines: list[str], chance: random.Random) -> Page:
    return "\n".join(
        [
            *lines,
            "免责声明：本文仅代表作者个人观点，与本网无关。文中陈述文字和内容未经本站证实，请读者仅作参考，并请自行核实相关内容。",
            "凡本网注明“来源：宜春新闻网”的所有作品，版权均属于宜春新闻网，未经本网授权不得转载、摘编。",
        ]
    )


@form
def tools_under_the_headline(lines: list[str], chance: random.Random) -> Page:
    tools = "打印 | 关闭 | 收藏 | 字体：A A A"
    return "\n".join([lines[0], DATELINE, tools, *lines[1:], "【责任编辑：李欣】【打印】【关闭】"])


@form
def account(lines: list[str], chance: random.Random) -> Page:
    head = ["点击蓝字 关注我们", "↑↑↑点击上方蓝字关注“宜春发布”", lines[0], "宜春发布 2022-03-09 20:15"]
    foot = ["END", "往期推荐", OTHERS[0], OTHERS[1], "来源丨宜春日报", "编辑丨李欣", "点个“在看”，让更多人看到"]
    return "\n".join([*head, *lines[1:], *foot, "戳“阅读原文”，查看更多"])


@form
def film_above(lines: list[str], chance: random.Random) -> Page:
    film = ["视频加载中...", "正在播放：全市要闻", "00:00/01:23 高清 标清 流畅", "您当前浏览器版本过低，请升级"]
    return "\n".join([lines[0], DATELINE, *film, *lines[1:]])


@form
def electronic_paper(lines: list[str], chance: random.Random) -> Page:
    head = ["宜春日报 2022年03月09日 星期三", "版面导航", "第01版 要闻", "第02版 综合", "标题导航", OTHERS[1]]
    turn = "上一篇 下一篇 放大 缩小 默认"
    return "\n".join([*head, turn, *lines, turn])


@form
def forum(lines: list[str], chance: random.Random) -> Page:
    head = [
        "宜春论坛 › 宜春杂谈",
        "查看: 1203|回复: 2",
        lines[0],
        "楼主 发表于 2022-3-9 10:00:00 | 只看该作者 | 倒序浏览",
    ]
    return "\n".join([*head, *lines[1:], "回复", "举报", "2楼", "发表于 2022-3-9 10:20:00", "顶一下！", "快速回复"])


@form
def notices_of_the_site(lines: list[str], chance: random.Random) -> Page:
    head = ["本网站使用Cookie，继续浏览即表示您同意我们的隐私政策。 同意", "跳转到主要内容", "无障碍 关怀版 繁體 EN"]
    foot = ["您访问的链接即将离开“宜春市人民政府门户网站” 是否继续？", "放弃 继续访问"]
    return "\n".join([*head, lines[0], DATELINE, *lines[1:], *foot])


@form
def survey_below(lines: list[str], chance: random.Random) -> Page:
    survey = ["您对本文的评价：", "满意 基本满意 不满意", "验证码：", "提交", "纠错：如发现文章有误，请点击此处"]
    return "\n".join([lines[0], DATELINE, *lines[1:], *survey])


@form
def downloads_below(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([*lines, "附件：1.宜春市开发区建设推进会名单.doc", "2.任务分解表.xls", "附件下载："])


@form
def teaser_above(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], DATELINE, f"摘要：{lines[1][:45]}……[详细]", *lines[1:]])


@form
def everything_twice(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], DATELINE, *lines[1:], lines[0], DATELINE, *lines[1:]])


# -- further formats


@form
def tags_of_today(lines: list[str], chance: random.Random) -> Page:
    aside = "<aside><p>全市春耕生产现场会召开，副市长江海平出席会议并讲话。</p></aside>"
    return (
        "<html><body><header><div class='logo'><h1>宜春新闻网</h1></div></header><main><article>"
        f"<header><h2>{lines[0]}</h2><time>2022-03-09</time></header><section>{paragraphs(lines[1:])}</section>"
        f"<div class='ad'>股票开户</div></article>{aside}</main></body></html>"
    )


@form
def tags_left_open(lines: list[str], chance: random.Random) -> Page:
    body = "".join(f"<p>　　{line}" for line in lines[1:])
    return f"<html><body><center><font size=5><b>{lines[0]}</b></font></center><hr>{body}<hr><center>版权所有</center>"


@form
def preformatted(lines: list[str], chance: random.Random) -> Page:
    body = "\n".join("　　" + line for line in lines[1:])
    return f"<html><body><h1>{lines[0]}</h1><pre>{body}</pre></body></html>"


@form
def answer_of_an_interface(lines: list[str], chance: random.Random) -> Page:
    article = {
        "title": lines[0],
        "source": "宜春日报",
        "publishTime": "2022-03-09 10:00",
        "content": paragraphs(lines[1:]),
    }
    return json.dumps({"code": 0, "msg": "ok", "data": {"id": 123, **article}}, ensure_ascii=False)


@form
def answer_in_ascii(lines: list[str], chance: random.Random) -> Page:
    return json.dumps({"title": lines[0], "content": "\n".join(lines[1:])})


@form
def quoted_in_a_letter(lines: list[str], chance: random.Random) -> Page:
    return "\n".join(f"> {line}" for line in lines)


@form
def markdown_with_quote_and_rule(lines: list[str], chance: random.Random) -> Page:
    body = [f"**{line[:6]}**{line[6:]}" for line in lines[1:]]
    return "\n\n".join([f"# {lines[0]}", f"> {DATELINE}", *body, "---", "[上一篇](/a) | [下一篇](/b)"])


@form
def every_line_set_wide(lines: list[str], chance: random.Random) -> Page:
    return "\n".join(" ".join(line) for line in lines)


@form
def broken_with_empty_lines_between(lines: list[str], chance: random.Random) -> Page:
    return "\n\n".join("\n".join(broken(line, 30)) for line in lines)


@form
def bullets_of_a_word_processor(lines: list[str], chance: random.Random) -> Page:
    return "\n".join([lines[0], *(f"\uf06c {line}" for line in lines[1:])])


@form
def gbk_read_as_latin(lines: list[str], chance: random.Random) -> Page:
    return page(lines[0], paragraphs(lines[1:])).encode("gb18030").decode("latin-1").encode("utf-8")


@form
def utf8_read_as_latin(lines: list[str], chance: random.Random) -> Page:
    return "\n".join(lines).encode("utf-8").decode("latin-1")


@form
def traditional_html_in_big5(lines: list[str], chance: random.Random) -> Page:
    text = to_traditional(page(lines[0], paragraphs(lines[1:])))
    return text.encode("big5", "xmlcharrefreplace")
