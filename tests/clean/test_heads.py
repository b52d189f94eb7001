# ruff: noqa: E501 (pages stand as they are)
"""Heads and feet of pages in the manner of government sites, local news, apps and accounts: what they say of the article.

All invented, after the forms that such sites use; `{T}` stands for the headline, `{A}` and `{B}` for the paragraphs.
"""

from __future__ import annotations

import pytest

from kg.clean import clean
from tests.clean.test_page import STORY, TITLE

#: Above the text, below it, source, authors. All appeared on the same day.
HEADS: list[tuple[str, str, str | None, tuple[str, ...]]] = [
    (
        "返回顶部\n{T}\n索引号:\n360900/2022-01005\n主题分类:\n综合政务\n来源:\n宜春市人民政府办公室\n发文日期:\n2022年03月09日 16:40\n有效性:\n有效\n发布日期:\n2022年03月09日 16:34\n内容概述:",
        "",
        "宜春市人民政府办公室",
        (),
    ),
    (
        "社会广角\n当前位置: > 阅览室 > 社会广角 >\n{T}\n发表日期:2022-03-09 点击\n记者  汪晓  曲昌  马跃        来源:宜春日报",
        "相关阅读:\nCopyright @ 2012 - 2019 All Rights Reserved\n备案号:赣ICP备14022883号\n电话:0795-8550006  地址:袁州区人民路1号\n[后台管理]",
        "宜春日报",
        ("汪晓", "曲昌", "马跃"),
    ),
    (
        "{T}\n2022-03-09",
        "来源:宜春市广播电视台\n记者:宋金、魏静雅\n编辑:叶勤\n请输入验证码",
        "宜春市广播电视台",
        ("宋金", "魏静雅"),
    ),
    (
        "{T}\n2022-03-09 09:01:22",
        "( 窦健 )\n▌文章为宜春融媒体中心原创,转载或内容合作请联系我们。未经许可,不得转载。",
        None,
        ("窦健",),
    ),
    ("{T}\n□融媒记者 颜滔\n", "第01版：要闻\n2022年3月9日 星期三 宜春日报", "宜春日报", ("颜滔",)),
    (
        "{T}\n原创 宜春发布 宜春发布 2022-03-09 20:15 江西",
        "预览时标签不可点\n微信扫一扫\n关注该公众号\n知道了\n，轻点两下取消赞\n阅读原文\n在看",
        "宜春发布",
        (),
    ),
    (
        "{T}\n宜春发布\n2022-03-09 20:15 · 宜春市委宣传部官方账号\n关注",
        "举报\n评论 3\n赞\n踩\n相关推荐\n换一换",
        "宜春发布",
        (),
    ),
    (
        "宜春新闻网 > 时政 > 正文\n{T}\n宜春新闻网 www.ycnews.example 2022-03-09 07:25 来源：宜春日报 责编：卢燕",
        "[责任编辑：卢燕]\n标签：开发区 推进会\n点赞(0)",
        "宜春日报",
        (),
    ),
    (
        "{T}\n发布时间：2022-03-09 17:22:05    信息来源：市府办    阅读：1203 次",
        "一审：李欣 二审：王敏 三审：张波\n【关闭】【打印】",
        "市府办",
        (),
    ),
    (
        "{T}\n日期：2022-03-09 作者：市发改委 点击：[86]",
        "撰稿：林彦 审核：范小舟\n上一条：无\n下一条：关于做好春耕工作的通知",
        "市发改委",
        ("林彦",),
    ),
    ("{T}\n来源：宜春日报（记者 林彦 通讯员 范小舟） 时间：2022-03-09", "", "宜春日报", ("林彦", "范小舟")),
    (
        "{T}\n2022-03-09 15:40:00\n文/图 林彦",
        "来源 | 袁州区融媒体中心\n编辑 | 李欣\n审核 | 王敏",
        "袁州区融媒体中心",
        ("林彦",),
    ),
    ("{T}\n2022年03月09日15:40/宜春晚报/林彦", "", "宜春晚报", ("林彦",)),
    (
        "【字号：大 中 小】【打印】【关闭】\n{T}\n发布日期：2022年03月09日\u3000\u3000来源：\u3000宜春市工业和信息化局\u3000\u3000浏览量：\u3000336",
        "扫一扫在手机上查看当前页面\n主办：宜春市人民政府 承办：宜春市人民政府办公室\n赣公网安备 36090002000123号 政府网站标识码：3609000002",
        "宜春市工业和信息化局",
        (),
    ),
    ("{T}\n宜春日报 2022-03-09 08:00:00", "（林 彦 范小舟）", "宜春日报", ("林彦", "范小舟")),
    (
        "{T}\n本报记者\u3000林\u3000彦\u3000通讯员\u3000范小舟\n宜春日报  2022年03月09日  A1 要闻",
        "",
        "宜春日报",
        ("林彦", "范小舟"),
    ),
    ("{T}\nSource: 宜春日报 | Date: 2022-03-09", "Editor: Li Xin", "宜春日报", ()),
    ("{T}\n2022/03/09 10:20 转自：宜春日报 编辑：李欣", "稿件来源：宜春日报客户端", "宜春日报", ()),
    (
        "{T}\n宜春市融媒体中心 2022-03-09 18:55",
        "记者 | 林彦 范小舟\n摄影 | 王敏\n视频 | 张波\n编辑 | 李欣\n校对 | 赵云\n值班编委 | 周宏",
        "宜春市融媒体中心",
        ("林彦", "范小舟"),
    ),
    (
        "首页 > 新闻 > 宜春要闻\n{T}\n2022-03-09 08:32:07  宜春日报 记者 林彦  A+ A-",
        "收藏 分享 举报",
        "宜春日报",
        ("林彦",),
    ),
    ("{T}\n报送单位：袁州区委办 发布时间：2022-03-09 访问次数：77", "", "袁州区委办", ()),
    (
        "{T}\n时间：2022-03-09\u3000\u3000来源：袁州发布",
        "文：林彦\u3000图：王敏\n编辑：李欣\n投稿邮箱：abc@example.cn",
        "袁州发布",
        ("林彦",),
    ),
    ("{T}\n2022-03-09", "（来源：宜春日报 记者：林彦 编辑：李欣）", "宜春日报", ("林彦",)),
    (
        "今日宜春网\n首页 时政 县区 民生 专题 数字报\n{T}\n2022-03-09 08:30:15\u3000\u3000来源：今日宜春网\u3000\u3000编辑：李欣\u3000\u3000点击：",
        "分享到：\n0",
        "今日宜春网",
        (),
    ),
    (
        "{T}\n来源:袁州区人民政府办公室 发布时间:2022-03-09 10:08:31 作者:李欣 浏览次数:次",
        "",
        "袁州区人民政府办公室",
        ("李欣",),
    ),
    ("{T}\n（2022年3月9日）", "", None, ()),
    (
        "{T}\n2022-03-09 10:10 宜春日报·新宜春客户端",
        "记者：林彦\u3000编辑：李欣\u3000审核：王敏",
        "宜春日报·新宜春客户端",
        ("林彦",),
    ),
    (
        "[ 索引号 ] 014000/2022-00103 [ 发文字号 ]\n[ 主题分类 ] 其他 [ 体裁分类 ] 其他\n[ 发布机构 ] 宜春市人民政府 [ 发布日期 ] 2022-03-09\n{T}",
        "",
        "宜春市人民政府",
        (),
    ),
    ("{T}\n本网记者 林彦 范小舟\n2022-03-09 11:00 | 宜春新闻网", "", "宜春新闻网", ("林彦", "范小舟")),
    (
        "{T}\n时间：2022-03-09 09:20:13 来源：宜春日报 作者：本报记者 林彦 实习生 范小舟",
        "",
        "宜春日报",
        ("林彦", "范小舟"),
    ),
    ("{T}\n宜春市统计局 http://tjj.example.gov.cn 2022-03-09 来源：办公室", "", "办公室", ()),
    ("{T}\n2022年03月09日 08时32分 来源：宜春新闻网-宜春日报", "", "宜春新闻网-宜春日报", ()),
    (
        "您的位置：首页 - 新闻中心 - 部门动态\n{T}\n【信息时间：2022/3/9 阅读次数：215 】【我要打印】【关闭】",
        "【信息来源：市水利局】",
        "市水利局",
        (),
    ),
    ("{T}\n发布日期：2022-03-09信息来源：市交通运输局访问量：102字号：大中小", "", "市交通运输局", ()),
    (
        "{T}\n2022-03-09 16:05:12 \u3000 来源：人民网－江西频道",
        "(责编：李欣、王敏)\n分享让更多人看到\n推荐阅读\n宜春：春耕备耕忙",
        "人民网-江西频道",
        (),
    ),
    ("{T}\n新华网 2022-03-09 16:05:12\n字体： 小 中 大 分享到：", "[纠错] 【责任编辑:李欣】", "新华网", ()),
    (
        "{T}\n2022-03-09 07:12 来源：澎湃新闻·澎湃号·政务\n字号",
        "特别声明\n本文为澎湃号作者或机构在澎湃新闻上传并发布，仅代表该作者或机构观点，不代表澎湃新闻的观点或立场，澎湃新闻仅提供信息发布平台。",
        "澎湃新闻·澎湃号·政务",
        (),
    ),
    ("{T}\n2022-03-09 来源：宜春市委组织部 供稿人：林彦", "", "宜春市委组织部", ("林彦",)),
    ("{T}\n", "宜春日报全媒体记者：林彦 范小舟\n责编：李欣\n2022-03-09", "宜春日报", ("林彦", "范小舟")),
    ("{T}\n● 林彦\n2022-03-09 宜春晚报 第03版", "", "宜春晚报", ("林彦",)),
    ("第A01版：头版 上一版3 4下一版\n2022年03月09日 星期三 放大 缩小 默认\n{T}\n本报记者 林彦", "", None, ("林彦",)),
    (
        "{T}\n2022-03-09 09:10:05 作者：融媒体中心 林彦 来源：袁州区融媒体中心",
        "附件下载\n分享：",
        "袁州区融媒体中心",
        ("林彦",),
    ),
    ("{T}\n文章来源：县委宣传部\n更新时间：2022-03-09\n点击数：", "", "县委宣传部", ()),
    ("{T}\n2022-03-09 08:00 林彦", "来源：宜春日报", "宜春日报", ("林彦",)),
    ("{T}\n  发布人：admin  发布时间：2022-03-09 14:22  供稿：林彦 范小舟", "", None, ("林彦", "范小舟")),
    (
        "{T}\n2022-03-09 16:20 来源:宜春日报客户端 记者:林彦 通讯员:范小舟 李平",
        "责编:王敏 二审:张波 终审:赵云",
        "宜春日报客户端",
        ("林彦", "范小舟", "李平"),
    ),
    (
        "宜春市人民政府 > 新闻中心 > 宜春要闻\n{T}\n发布时间： 2022-03-09 08:40 | 来源： 宜春日报 | 作者： 林彦 | 浏览： 235 次",
        "",
        "宜春日报",
        ("林彦",),
    ),
    ("{T}\n(2022-03-09 09:11:24) 转载▼\n标签： 宜春 开发区 分类： 时政", "", None, ()),
    ("{T}\n来源：中共宜春市委宣传部\n日期：2022.03.09\n阅读：1,203", "", "中共宜春市委宣传部", ()),
    ("{T}\n2022年3月9日上午9:30 宜春广播电视台", "", "宜春广播电视台", ()),
    ("{T}\n作者：林彦 来源：宜春日报 责任编辑：王敏 2022-03-09 10:10:10 人气：77", "", "宜春日报", ("林彦",)),
    ("{T}\n", "（宜春日报记者 林彦 范小舟）\n2022年3月9日", "宜春日报", ("林彦", "范小舟")),
    ("{T}\n", "文字：林彦\n摄影：王敏\n编辑：张波\n来源：袁州融媒\n发布：2022-03-09", "袁州融媒", ("林彦",)),
    ("{T}\n2022-03-09 10:23:11\n宜春市袁州区融媒体中心\n分享", "", "宜春市袁州区融媒体中心", ()),
    ("{T}\n来源：本站 发布日期：2022-03-09 09:00 点击数：12", "", None, ()),
    ("{T}\n【2022-03-09】 【来源：宜春市科技局】 【字号 大 中 小】", "", "宜春市科技局", ()),
    (
        "{T}\n发稿时间：2022-03-09 15:33:00 来源： 中国青年网 作者：林彦",
        "责任编辑：王敏 作者：林彦",
        "中国青年网",
        ("林彦",),
    ),
    (
        "{T}\n信息来源：宜春市商务局\u3000\u3000文章作者：林彦\u3000\u3000发布时间：2022年3月9日",
        "",
        "宜春市商务局",
        ("林彦",),
    ),
    ("{T}\n2022-03-09\u3000\u3000作者：林彦\u3000\u3000来源：", "", None, ("林彦",)),
    ("{T}\n宜春日报讯 2022-03-09", "", "宜春日报", ()),
    ("{T}\n发布者：宜春市委办 发布时间：2022-03-09", "", "宜春市委办", ()),
    ("{T}\n供稿：林彦 | 编辑：王敏 | 审核：张波 | 时间：2022-03-09 | 阅读量：55", "", None, ("林彦",)),
    ("{T}\n原创 林彦 袁州发布 2022-03-09 18:30 发表于江西", "", "袁州发布", ("林彦",)),
    ("{T}\n2022-03-09", "▌来源：宜春日报\n▌记者：林彦\n▌编辑：王敏", "宜春日报", ("林彦",)),
    ("{T}\n（来源：宜春新闻网 2022-03-09）", "", "宜春新闻网", ()),
    ("{T}\n2022-03-09 09:30\n来源：人民日报海外版\n\n分享到：", "", "人民日报海外版", ()),
    (
        "{T}\n时间：2022-03-09 10:23 \u3000\u3000\u3000\u3000来源：宜春日报\u3000\u3000\u3000\u3000作者：林彦/文 王敏/图",
        "",
        "宜春日报",
        ("林彦",),
    ),
]
#: Whole pages of HTML, source, authors.
PAGES: list[tuple[str, str, tuple[str, ...]]] = [
    (
        '<html><head><title>{T}-宜春市人民政府</title><meta name="PubDate" content="2022-03-09 10:11"><meta name="ContentSource" content="宜春日报"><meta name="Author" content="林彦"></head><body><div class="nav"><a href="/">首页</a><a>政务公开</a></div><div class="article"><h2>{T}</h2><div class="info"><span>2022-03-09 10:11</span><span>来源：宜春日报</span><span>浏览次数：</span></div><div class="TRS_Editor"><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></div></div><div class="footer">版权所有</div></body></html>',
        "宜春日报",
        ("林彦",),
    ),
    (
        '<!DOCTYPE html><html><head><title>{T}</title></head><body><div><h1>{T}</h1><p class="tit">发布时间：<em>2022-03-09</em> | 来源：<a href="#">宜春发布</a> | 作者：<i>范小舟</i></p></div><div id="zoom"><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></div></body></html>',
        "宜春发布",
        ("范小舟",),
    ),
    (
        '<html><body><table><tr><td>索引号</td><td>014/2022-00012</td></tr><tr><td>发布机构：</td><td>宜春市政府办公室</td></tr><tr><td>发布日期：</td><td>2022-03-09</td></tr></table><h1>{T}</h1><div class="content"><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></div></body></html>',
        "宜春市政府办公室",
        (),
    ),
    (
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"{T}","datePublished":"2022-03-09T08:00:00+08:00","author":[{"@type":"Person","name":"林彦"},{"@type":"Person","name":"范小舟"}],"publisher":{"@type":"Organization","name":"袁州融媒"}}</script></head><body><article><h1>{T}</h1><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></article></body></html>',
        "袁州融媒",
        ("林彦", "范小舟"),
    ),
    (
        '<html><head><title>{T}_宜春新闻网</title><meta property="og:title" content="{T}"><meta property="article:published_time" content="2022-03-09T10:00:00+08:00"></head><body><div class="crumb">首页 &gt; 要闻</div><h1 class="t">{T}</h1><div class="src">2022-03-09 10:00&nbsp;&nbsp;&nbsp;&nbsp;来源：宜春日报</div><div class="con">&nbsp;&nbsp;&nbsp;&nbsp;3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。<br><br>&nbsp;&nbsp;&nbsp;&nbsp;{B}<br></div><div class="share">分享到</div></body></html>',
        "宜春日报",
        (),
    ),
    (
        '<html><head><title>{T}</title></head><body><div id="main"><div class="title">{T}</div><ul class="meta"><li>发布时间：2022-03-09</li><li>信息来源：宜春发布</li><li>作者：林彦</li></ul><div class="txt"><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></div></div></body></html>',
        "宜春发布",
        ("林彦",),
    ),
    (
        '<html><head><meta name="ArticleTitle" content="{T}"><meta name="PubDate" content="2022-03-09"><meta name="ContentSource" content="袁州区政府办"></head><body><table><tr><td><b>{T}</b></td></tr><tr><td>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</td></tr><tr><td>{B}</td></tr></table></body></html>',
        "袁州区政府办",
        (),
    ),
    (
        '<html><head><title>{T}</title></head><body><div class="article-title">{T}</div><div class="article-info"><span class="date">2022年03月09日</span> <span class="source">来源：<a href="/">宜春日报</a></span> <span class="author">记者 林彦</span></div><div class="article-content">3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。<p>{B}</p></div></body></html>',
        "宜春日报",
        ("林彦",),
    ),
    (
        '<html><head><meta name="description" content="x"><meta name="publishdate" content="2022-03-09"/><meta name="source" content="宜春市民政局"/></head><body><h3>{T}</h3><div>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</div><div>{B}</div></body></html>',
        "宜春市民政局",
        (),
    ),
    (
        '<html><body><dl><dt>{T}</dt><dd>来源：宜春发布</dd><dd>时间：2022-03-09</dd></dl><div class="c"><p>3月8日下午，{T}。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。</p><p>{B}</p></div></body></html>',
        "宜春发布",
        (),
    ),
]


@pytest.mark.parametrize(("head", "foot", "source", "authors"), HEADS, ids=range(len(HEADS)))
def test_head_and_foot(head: str, foot: str, source: str | None, authors: tuple[str, ...]) -> None:
    article = clean("\n".join((head.replace("{T}", TITLE), STORY, foot)))
    assert (article.title, article.published, article.source, article.authors) == (TITLE, "2022-03-09", source, authors)
    assert article.text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize(("page", "source", "authors"), PAGES, ids=range(len(PAGES)))
def test_page_of_tags(page: str, source: str, authors: tuple[str, ...]) -> None:
    first, second = STORY.split("\n")
    article = clean(page.replace("{T}", TITLE).replace("{A}", first).replace("{B}", second))
    assert (article.title, article.published, article.source, article.authors) == (TITLE, "2022-03-09", source, authors)
    assert article.text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("office", ["宜春市人民政府办公室", "中共宜春市委组织部", "宜春市发展和改革委员会"])
def test_who_signs_a_notice_stays(office: str) -> None:
    article = clean(f"{TITLE}\n{STORY}\n{office}\n2022年3月9日")
    assert article.text == f"{TITLE}\n{STORY}\n{office}"
    assert article.published == "2022-03-09"


@pytest.mark.parametrize("page", ["，，，", "(2022年3月9日)", "来源:宜春日报", "【信息时间:2022/3/9】"])
def test_a_head_alone_is_no_article(page: str) -> None:
    assert clean(page).published in (None, "2022-03-09")


@pytest.mark.parametrize(
    ("around", "mark"),
    [
        ("本网稿件,未经许可,不得转载,违者必究。", "，"),
        ("联系我们,加入我们,关于我们", "，"),
        ("本站所有稿件,转载须注明,违者必究。", "，"),
    ],
)
def test_the_width_of_what_stands_around_does_not_count(around: str, mark: str) -> None:
    assert clean(f"{TITLE}\n{STORY}\n{around}").text.count(mark) == STORY.count(mark)


def page_of(body: str) -> str:
    return f"<html><body><ul><li><a href='/'>首页</a></li></ul>{body}</body></html>"


@pytest.mark.parametrize("paragraphs", [2, 3, 5])
def test_a_table_of_paragraphs_is_whole(paragraphs: int) -> None:
    lines = [f"会议指出，第{number}项工作要抓紧抓实，各县市区要压实责任，按期完成。" for number in range(paragraphs)]
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in lines)
    page = page_of(f"<table><tr><td><b>{TITLE}</b></td></tr>{rows}</table>")
    assert clean(page).text.split("\n") == [TITLE, *lines]


@pytest.mark.parametrize("gap", ["<br>", "<br/><br/>", "</p><p>"])
def test_a_column_of_a_layout_table_is_the_article(gap: str) -> None:
    teaser = "全市春耕备耕现场会今天上午在袁州区举行，各县区有关负责人参加"
    menu = f"<td><a href='/a'>时政</a><br><a href='/b'>民生</a><br>{teaser}</td>"
    column = "<td><p>" + STORY.replace("\n", gap) + "</p></td>"
    page = page_of(f"<h1>{TITLE}</h1><table><tr>{menu}{column}</tr></table>")
    assert clean(page).text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("medium", ["澳门太阳城专业娱乐平台", "新葡京娱乐城", "时时彩官网"])
def test_who_sells_is_no_source(medium: str) -> None:
    article = clean(f"{TITLE}\n来源：{medium} 发布时间：2022-03-09\n{STORY}")
    assert (article.source, article.published) == (None, "2022-03-09")


@pytest.mark.parametrize("name", ["李锡望", "林彦", "范小舟"])
def test_a_name_above_a_text_without_headline_is_its_author(name: str) -> None:
    article = clean(f"{name}\n{STORY}")
    assert (article.title, article.authors, article.text) == (None, (name,), STORY)


@pytest.mark.parametrize("words", ["信息廊", "过年", "凌云志", "扶贫书记"])
def test_a_short_headline_is_no_author(words: str) -> None:
    article = clean(f"{words}\n{STORY}")
    assert (article.title, article.authors) == (words, ())


@pytest.mark.parametrize(
    "menu",
    [
        "在线读报封面 谭峰主持召开县政府党组会议 推行不动产五办模式 一季度农业生产开门红 某县来访交流经验 秋收冬种忙起来",
        "网络有害信息举报专区",
        "网上政务服务大厅\n官方微博\n今日宜春",
    ],
)
def test_lists_and_sections_are_no_headline(menu: str) -> None:
    article = clean(f"{menu}\n{TITLE}\n{STORY}")
    assert article.text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("date", ["2022年03月09日 星期三", "宜春日报 2022年03月09日 星期三", ">2022年3月9日 星期三"])
def test_the_date_of_a_paper_above_its_menu_counts_where_no_other_is(date: str) -> None:
    menu = "版面导航\n上一篇 下一篇 放大 缩小 默认"
    assert clean(f"{date}\n{menu}\n{TITLE}\n{STORY}").published == "2022-03-09"
    assert clean(f"{date}\n{menu}\n{TITLE}\n2022-03-11 来源：宜春发布\n{STORY}").published == "2022-03-11"
