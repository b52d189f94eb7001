"""What of a page is the article, what it says about itself, whether it is in the domain."""

from __future__ import annotations

import random

import pytest

from kg.clean import clean
from kg.clean.metadata import iso_date
from tests.clean.texts import PAGES, to_html

STORY = (
    "3月8日下午，全市开发区建设推进会召开。市委书记凌云志主持会议并讲话，市长季长风通报有关情况。\n"
    "会议强调，要坚持问题导向，强化责任担当，推动重大项目早开工、早投产、早见效。"
)
TITLE = "全市开发区建设推进会召开"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2023-06-20 08:12:40", "2023-06-20"),
        ("发布时间：二〇二一年十一月十日", "2021-11-10"),
        ("二○二二年二月二十八日", "2022-02-28"),
        ("(2022年11月25日 A02版)", "2022-11-25"),
        ("2024年 3月 9日", "2024-03-09"),
        ("2024/3/9", "2024-03-09"),
        ("2024.03.09", "2024-03-09"),
        ("20240309", "2024-03-09"),
        ("09.03.2024  19:02", "2024-03-09"),
        ("2024 03/09 17:34:13", "2024-03-09"),
        ("2021/9/3", "2021-09-03"),
        ("二〇二一年九月三日", "2021-09-03"),
        ("1.2.3.2024", None),
        ("2024-13-09", None),
        ("3月9日", None),
    ],
)
def test_dates(words: str, date: str | None) -> None:
    assert iso_date(words) == date


@pytest.mark.parametrize(
    ("dateline", "published", "source", "authors"),
    [
        ("2022-03-09 08:12:40 来源:宜春日报 作者:林彦 范小舟", "2022-03-09", "宜春日报", ("林彦", "范小舟")),
        ("发布时间：2022-03-09 来源：宜春发布 浏览次数：562 字体：【大 中 小】", "2022-03-09", "宜春发布", ()),
        ("来源：宜春日报 时间：2022-03-09 责任编辑：李欣", "2022-03-09", "宜春日报", ()),
        ("2022-03-09\n晚风文学 作者：林彦", "2022-03-09", "晚风文学", ("林彦",)),
        ("2022-03-09\n宜春观察 文/范小舟", "2022-03-09", "宜春观察", ("范小舟",)),
        ("2022-03-09\n林彦 作者：林彦", "2022-03-09", None, ("林彦",)),
        ("2022年3月9日 宜春日报 林彦 范小舟", "2022-03-09", "宜春日报", ("林彦", "范小舟")),
        ("【字体：大 中 小】 2022-03-09 16:33 宜春市政府网", "2022-03-09", "宜春市政府网", ()),
        ("时间:2022-03-09 来源:今日宜春 记者 汪震", "2022-03-09", "今日宜春", ("汪震",)),
        ("编辑: 李欣 来源: 今日宜春 发表时间:2022-03-09 23:53", "2022-03-09", "今日宜春", ()),
        ("责任编辑:李欣 发布日期:2022-03-09 信息来源:宜春日报", "2022-03-09", "宜春日报", ()),
        ("时间:2022-03-09 来源:宜春市融媒体中心 打印 关闭本页", "2022-03-09", "宜春市融媒体中心", ()),
        ("2022-03-09 12:39:53 来源:宜春发布 [打印] 复制链接", "2022-03-09", "宜春发布", ()),
        ("发布日期:2022-03-09 信息来源:editor_ycxx", "2022-03-09", None, ()),
        ("来源:admin 时间:2022-03-09", "2022-03-09", None, ()),
        ("清风明月 发表于 2022-3-9 08:05:59", "2022-03-09", None, ()),
        ("B站影视 外国电影 2022-03-09 15:10 1", "2022-03-09", None, ()),
        ("时间：2022-03-09 来源：宜春新闻 作者：赣江网", "2022-03-09", "宜春新闻", ()),
        ("时间：2022-03-09 来源：宜春新闻 作者：供稿单位", "2022-03-09", "宜春新闻", ()),
        ("来源:宜春发布\n2022 03/09 17:34:13", "2022-03-09", "宜春发布", ()),
        ("发布时间：\n2022-03-09\n来源：\n红色宜春", "2022-03-09", "红色宜春", ()),
    ],
)
def test_datelines(dateline: str, published: str, source: str, authors: tuple[str, ...]) -> None:
    article = clean(f"{TITLE}\n{dateline}\n{STORY}")
    assert article.text == f"{TITLE}\n{STORY}"
    assert (article.title, article.published, article.source, article.authors) == (TITLE, published, source, authors)


@pytest.mark.parametrize(
    ("opening", "source", "authors"),
    [
        ("本报讯(记者 林彦 范小舟)", None, ("林彦", "范小舟")),
        ("本报讯(记者 林彦 范云)", None, ("林彦", "范云")),
        ("宜春网(融媒体记者 林彦 范小舟)", "宜春网", ("林彦", "范小舟")),
        ("葡萄熟了/宜春市融媒体中心讯(记者 林彦)", "宜春市融媒体中心", ("林彦",)),
        ("宜春日报讯(记者/任芳)", "宜春日报", ("任芳",)),
        ("宜春新闻网讯（全媒体记者吴述明）", "宜春新闻网", ("吴述明",)),
        ("记者朱文君报道 ", None, ("朱文君",)),
        ("(见习记者 德吉 通讯员 李绍军)", None, ("德吉", "李绍军")),
        ("本报讯（记者 张 敏）", None, ("张敏",)),
    ],
)
def test_openings(opening: str, source: str | None, authors: tuple[str, ...]) -> None:
    article = clean(f"{TITLE}\n{opening}{STORY}")
    assert article.source == source
    assert article.authors == authors
    assert opening.strip() in article.text


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("(史卫平)", ("史卫平",)),
        ("（本报记者 管王清）", ("管王清",)),
        ("全媒体记者 胡佑志", ("胡佑志",)),
        ("供稿：杨秀枝 编辑：田甜", ("杨秀枝",)),
        ("责任编辑：周晓", ()),
        ("（宜春日报 2022年3月9日）", ()),
    ],
)
def test_bylines_are_no_text(byline: str, authors: tuple[str, ...]) -> None:
    article = clean(f"{TITLE}\n{STORY}\n{byline}")
    assert article.text == f"{TITLE}\n{STORY}"
    assert article.authors == authors
    if "2022年" in byline:
        assert (article.published, article.source) == ("2022-03-09", "宜春日报")


FURNITURE_ABOVE = (
    "[设为首页] [加入收藏] 简体版 | 繁体版 | RSS订阅",
    "当前位置: 网站首页 >> 宜春要闻 >> 正文",
    "字号:【大 中 小】",
    "您现在的位置：首页 > 政务动态 > 要闻",
    "首页  走进宜春  政务公开  政务服务  政民互动  数据发布",
    "欢迎访问！今天是 星期五",
)
FURNITURE_BELOW = (
    "上一条:我区开展秋冬季大气污染防治夜查",
    "下一篇：云龙区来我区学习社区治理经验",
    "分享到: 微信 微博",
    "扫一扫在手机打开当前页",
    "【打印本页】 【关闭窗口】 浏览次数: 1024",
    "关于我们 | 联系我们 | 网站地图 | 版权声明",
    "Copyright © 2008-2024 example.cn All Rights Reserved 赣ICP备08001234号-1",
    "主办单位:宜春市人民政府办公室 承办单位:宜春市大数据管理中心",
    "联系电话:0795-3900000 赣公网安备36090000000000号 网站标识码3609000000",
    "股票开户佣金万一免五",
    "★澳门新葡官网★",
    "打印该页   关闭窗口   返回到页面顶部",
    "账号+密码登录",
    "立即注册",
)


@pytest.mark.parametrize("line", FURNITURE_ABOVE)
def test_furniture_above(line: str) -> None:
    assert clean(f"{line}\n{TITLE}\n{STORY}").text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("line", FURNITURE_BELOW)
def test_furniture_below(line: str) -> None:
    assert clean(f"{TITLE}\n{STORY}\n{line}").text == f"{TITLE}\n{STORY}"


def test_everything_after_related_news_and_notices_goes() -> None:
    tail = (
        "相关阅读\n· 省政府召开视频会议\n· 国际马拉松赛11月开跑\n版权声明\n"
        "1、凡本网注明“来源：某某网”的所有作品，版权均属于某某网，未经授权不得转载，违者将依法追究责任。\n"
    )
    assert clean(f"{TITLE}\n{STORY}\n{tail}").text == f"{TITLE}\n{STORY}"


def test_kickers_stay_with_the_headline() -> None:
    article = clean(f"{TITLE}\n凌云志主持并讲话 季长风通报情况\n2022-03-09 来源:宜春日报\n{STORY}")
    assert article.title == TITLE
    assert article.text.split("\n")[1] == "凌云志主持并讲话 季长风通报情况"


def test_site_region() -> None:
    article = clean(f"徐州市鼓楼区人民政府\n您现在的位置:首页 > 政务动态 > 鼓楼要闻\n{TITLE}\n来源:鼓楼发布\n{STORY}")
    assert "鼓楼" in article.site_region
    assert any("鼓楼区" in name for name in article.site_region)


def test_what_the_container_knows_wins() -> None:
    article = clean(f"{TITLE}\n{STORY}", title="别的标题", published="2020-01-01", source="人民网")
    assert (article.title, article.published, article.source) == ("别的标题", "2020-01-01", "人民网")


# ---- HTML


@pytest.mark.parametrize("seed", range(4))
def test_html_gives_the_text_of_the_page(seed: int) -> None:
    for page in PAGES:
        article = clean(to_html(page, random.Random(seed)))
        plain = clean(page)
        assert article.text == plain.text
        assert (article.title, article.published, article.source) == (plain.title, plain.published, plain.source)


def test_html_head() -> None:
    page = (
        "<html><head><title>推进会_宜春市人民政府</title><meta name='ArticleTitle' content='全市开发区建设推进会召开'>"
        "<meta name='PubDate' content='2022-03-09 10:00'><meta name='ContentSource' content='宜春日报'>"
        '<script type=\'application/ld+json\'>{"author": {"name": "林彦"}}</script></head><body><div class=\'TRS\'>'
        + "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
        + "</div><div style='display:none'><p>隐藏的段落，不应出现。书记讲话，强调发展。</p></div></body></html>"
    )
    article = clean(page)
    assert article.text == STORY
    assert (article.title, article.published, article.source) == (TITLE, "2022-03-09", "宜春日报")
    assert article.authors == ("林彦",)


# ---- domain

NOVEL = (
    "第三十一章 风起\n县委会议室里，烟雾缭绕。\n“我不同意。”县长沉声说道。\n他愣住了，目光落在窗外。\n"
    "“那就举手吧。”书记冷笑一声，把烟按灭。\n秘书点了点头，站起身来，走了出去。\n（本章完）"
)
SHOP = (
    "正版现货 县委书记的365天\n作者:顾某 出版社:某某文艺出版社 出版时间:2019年6月\n价格:¥45.60 定价:¥68.00\n"
    "配送至:湖北省武汉市 有货,下单后预计明天送达\n买家评论(1286):\n物流很快,包装完好,五星好评!\n加入购物车 立即购买"
)
COMPANY = (
    "某某重工召开2022年度总结表彰大会\n1月15日下午，某某重工集团年度总结表彰大会在总部召开。集团董事长魏某、总裁骆某、"
    "副总裁高某出席会议，集团高管及各分公司负责人参加会议。\n总裁作工作报告，总结全年回款率和产值，分公司代表发言。"
)
JOB = (
    "某某科技有限公司诚聘销售经理\n岗位职责：负责客户开发与维护，完成销售任务。\n任职要求：学历要求大专以上，有工作经验者优先。\n"
    "薪资待遇：底薪加提成，五险一金，包吃住。\n工作地点：南昌市高新区。简历投递至邮箱，应聘者请注明岗位。"
)


@pytest.mark.parametrize(
    ("page", "reason"), [(NOVEL, "fiction"), (SHOP, "shopping"), (COMPANY, "company"), (JOB, "recruitment")]
)
def test_out_of_domain(page: str, reason: str) -> None:
    damage = clean(page).damage
    assert damage.domain == "out"
    assert damage.reason is not None
    assert damage.reason.startswith(reason)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (
            "周末去哪儿？晒秋攻略，看完这篇再出发\n秋天到了，门票60元，自驾两小时，民宿人均200元，最佳季节是十月。\n"
            "推荐机位在观景台，拍照穿搭以暖色为主，露营也是好选择，开放时间八点到六点。",
            "travel",
        ),
        (
            "某某股份披露三季报\n某某股份公告，前三季度营业收入12亿元，净利润1.2亿元，归母净利润增长18%，每股收益0.3元。\n"
            "股东户数减少，多家券商给予买入评级，投资者关注度上升，股价涨停。",
            "market",
        ),
    ],
)
def test_where_nothing_public_happens(page: str, reason: str) -> None:
    damage = clean(page).damage
    assert damage.domain == "out"
    assert damage.reason is not None
    assert damage.reason.startswith(reason)


@pytest.mark.parametrize(
    "page",
    [
        "应对强降雨\n市气象台预报有大雨、暴雨，气温下降，市长季长风主持召开会商会，启动应急响应，部署降雨防范。",
        f"{TITLE}\n{STORY}",
        "湖南公布一批干部任免信息\n近日，湖南省委批准：\n端某同志任中共常德市委委员、常委、副书记；\n免去常某的湖南省水利厅副厅长职务。",
        "四川公布9月城市环境空气质量排名\n10月18日，四川省生态环境厅召开新闻通气会，公布排名。副厅长雷某出席并通报情况。",
        "市长走访企业\n3月9日，市长季长风到某某重工集团调研，集团董事长魏某、总裁骆某、副总裁高某、总经理丁某汇报生产情况。",
        "宁河区第二届人民代表大会第四次会议开幕\n“请大家起立。”大会执行主席、区委书记邵某宣布大会开幕，全体起立，奏唱国歌。",
    ],
)
def test_in_domain(page: str) -> None:
    assert clean(page).damage.domain == "in"


@pytest.mark.parametrize("page", ["", " \n ", "Hello, world. This is an English page about nothing at all."])
def test_nothing_to_read(page: str) -> None:
    damage = clean(page).damage
    assert damage.domain == "out"
    assert damage.reason is not None


@pytest.mark.parametrize(
    "foot",
    [
        "主办：无为县高沟镇人民政府　皖ICP备18007384号",
        "版权所有：无为县人民政府",
        "Copyright © 无为县人民政府 皖ICP备18007384号",
    ],
)
def test_who_keeps_the_site_tells_whose_page_it_is(foot: str) -> None:
    """The line under the page is cut from the text, and says which county 我县 is."""
    article = clean(
        "县长张敏到我镇调研防汛工作\n7月7日下午，县委副书记、县长张敏先后来到我镇红星村、长江村圩堤，实地察看防汛工作。"
        "张敏强调，要克服麻痹思想。\n" + foot
    )
    assert "无为县" in article.site_region
    assert "版权" not in article.text
    assert "ICP" not in article.text


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (f"- {TITLE}", TITLE),
        (f"• {TITLE} |", TITLE),
        (f"{TITLE}-新华网", TITLE),
        (f"{TITLE}_宜春市人民政府", TITLE),
        (f"{TITLE} - 宜春新闻网", TITLE),
        (f"宜春网\n{TITLE}", TITLE),
        (f"庆典策划知识\n{TITLE}\n{TITLE}", TITLE),
        (f"![](/upload/2022/0309.jpg)\n{TITLE}", TITLE),
        (f"本篇文章767字，读完约2分钟\n{TITLE}", TITLE),
        (f"第B01版：城区新闻\n{TITLE}", TITLE),
        (f"关灯\n护眼\n字体：\n{TITLE}", TITLE),
        (f"今天是：\n天气：\n29日 多云转晴 35-27℃；30日 多云 36-27℃；8月1日 阵雨 33-27℃。\n{TITLE}", TITLE),
        (f"{TITLE}    来源：宜春日报 编辑：李欣", TITLE),
        (f"{TITLE} 发布时间：2022-03-09 浏览：12次", TITLE),
        (f"{TITLE}\u30002022-03-09 08:12", TITLE),
        (f"宜春新闻客户端\n{TITLE}", TITLE),
        (f"- 长者版\n{TITLE}", TITLE),
        ("今天，三地“掌门人”为啥坐到了一起？", "今天，三地“掌门人”为啥坐到了一起？"),
        ("开工了！全市三十个重大项目集中启动！\n2022-03-09 宜春发布", "开工了！全市三十个重大项目集中启动！"),
        ("本报讯", None),
        ("赣府发〔2023〕9号", None),
        ("（2025年2月15日宜春市第八届人民代表大会常务委员会第二十一次会议通过）", None),
        ("尊敬的各位领导、各位来宾：", None),
    ],
)
def test_titles(above: str, title: str | None) -> None:
    article = clean(f"{above}\n{STORY}")
    assert article.title == title
    if title:
        assert article.text.split("\n")[0] == title


@pytest.mark.parametrize(
    "title",
    [
        "城市群发展：机遇、挑战与未来",
        "“十四五”规划解读|怎么看高质量发展",
        "山海协作—从沿海到山区的十年",
        "宜春—萍乡共建协作平台",
    ],
)
def test_titles_stay_whole(title: str) -> None:
    assert clean(f"{title}\n{STORY}").title == title


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("宜春市人大常委会公告 第12号", "宜春市人大常委会"),
        ("宜春市人民政府令第五号", "宜春市人民政府"),
        ("宜春市自然资源局通告（2022）3号", "宜春市自然资源局"),
        ("宜春市政府公告栏第12期", None),
    ],
)
def test_who_issued_a_notice(line: str, source: str | None) -> None:
    text = f"{TITLE}\n{line}\n（2022年3月9日市人民代表大会常务委员会第五十次会议通过）\n现予公告。\n{STORY}"
    assert clean(text).source == source


@pytest.mark.parametrize("width", [22, 30, 38])
def test_lines_broken_at_a_width_are_joined(width: int) -> None:
    paragraph = STORY.replace("\n", "") + "各县区主要负责同志参加会议并作表态发言，市直有关部门负责人列席。"
    broken = "\n".join(paragraph[at : at + width] for at in range(0, len(paragraph), width))
    assert clean(f"{TITLE}\n{broken}").text.replace("\n", "") == TITLE + paragraph
    assert len(clean(f"{TITLE}\n{broken}").text.split("\n")) <= 3


def test_lists_are_not_joined() -> None:
    listed = (
        "1.宜春经济技术开发区电池项目",
        "2.袁州医药工业园区制剂项目",
        "3.丰城循环经济园区再生项目",
        "4.樟树药都工业园区饮片项目",
    )
    text = "\n".join((TITLE, STORY, *listed))
    assert clean(text).text == text
