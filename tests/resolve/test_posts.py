from __future__ import annotations

import pytest

from kg.model import ArticleInfo, Official, Organization, Position, Record, Region, Span
from kg.resolve import resolve
from kg.resolve.names import name_share
from kg.resolve.organizations import canonical, everywhere
from kg.resolve.posts import national, organ, settled, settled_organ, settled_posts
from kg.resolve.ranks import step_and_seat


@pytest.mark.parametrize(
    ("title", "org", "step", "seat"),
    [
        ("市长", "赣州市人民政府", 0, "行政首长"),
        ("常务副市长", "赣州市人民政府", 1, "常务副职"),
        ("书记", "赣州市委", 0, "书记"),
        ("副书记", "赣州市委", 1, None),
        ("主任", "赣州市人大常委会", 0, "人大主任"),
        ("主任", "赣州市发改委", 2, None),
        ("局长", "赣州市教育局", 2, None),
        ("党支部书记", "某村", 4, None),
        ("大管家", None, 3, None),
    ],
)
def test_a_title_has_a_step_and_maybe_a_seat(title: str, org: str | None, step: int, seat: str | None) -> None:
    assert step_and_seat(title, org) == (step, seat)


@pytest.mark.parametrize(
    ("position", "name"),
    [
        (Position("市长", None, "赣州市"), "赣州市人民政府"),
        (Position("县委书记", None, "会泽县"), "会泽县委"),
        (Position("市政协副主席", None, "赣州市"), "赣州市政协"),
        (Position("国务委员"), "国务院"),
        (Position("领队", "赣州市援疆工作队", "赣州市"), "赣州市援疆工作队"),
        (Position("领队"), None),
    ],
)
def test_the_organ_of_a_post(position: Position, name: str | None) -> None:
    assert organ(position) == name


def test_a_place_before_an_organ_of_the_state_is_where_it_was_not_whose_it_is() -> None:
    post = settled(Position("国务委员", "北京市", "北京市", "110000"))
    assert (post.org, post.region, post.code) == ("国务院", None, None)
    assert national(settled(Position("副主席", "北京市全国政协", "北京市")))
    kept = Position("局长", "北京市国家安全局", "北京市")
    assert settled(kept) == kept


def test_an_organ_of_the_state_in_one_of_its_sessions_is_the_states() -> None:
    assert national(Position("委员长", "十四届全国人大常委会"))
    moved = settled(Position("秘书长", "北京市十二届全国人大常委会", "北京市", "110000"))
    assert (moved.region, moved.code) == (None, None)
    assert not national(Position("主任", "十四届人大常委会"))


@pytest.mark.parametrize("title", ["总理", "副总理"])
def test_a_premier_without_an_organ_is_not_taken_for_the_state_councils(title: str) -> None:
    assert organ(Position(title)) is None
    assert not national(Position(title))
    assert organ(Position(f"国务院{title}")) == "国务院"


def test_common_names_are_commoner_than_rare_ones() -> None:
    assert name_share("王伟") > 1e-4
    assert name_share("王建国") > name_share("欧阳立民") > 0
    assert name_share("买买提·艾力") < 1e-6
    assert name_share("覃锦程") < 1e-7


def _speaker(name: str, sentence: str, *posts: tuple[str, str, str | None]) -> Official:
    span = Span(0, len(sentence), sentence)
    return Official(name, tuple(Position(title, org, region, span=span) for title, org, region in posts), span=span)


STATE = [
    ("北京市", "京津冀协同发展领导小组", "中共中央政治局常委、国务院副总理、京津冀协同发展领导小组组长{}主持会议。"),
    ("荆州市", "推动长江经济带发展领导小组", "国务院副总理、推动长江经济带发展领导小组组长{}在荆州市调研。"),
    ("张家口市", "第24届冬奥会工作领导小组", "国务院副总理、第24届冬奥会工作领导小组组长{}到张家口市考察。"),
]


@pytest.mark.parametrize(("region", "body", "sentence"), STATE)
def test_a_body_that_the_states_leaders_are_in_is_no_citys(region: str, body: str, sentence: str) -> None:
    told = sentence.format("覃锦程")
    leader = _speaker("覃锦程", told, ("副总理", "国务院", None), ("组长", region + body, region))
    # who is in the body too, and of whom the article says no more
    member = _speaker("邱仲平", f"{body}成员邱仲平参加。", ("成员", region + body, region))
    for posts in settled_posts(Record(ArticleInfo("a"), (leader, member))):
        assert (posts[-1].org, posts[-1].region) == (body, None)


@pytest.mark.parametrize(
    ("title", "org", "sentence"),
    [
        ("组长", "北京市京津冀协同发展领导小组", "北京市京津冀协同发展领导小组组长覃锦程"),  # the sentence says whose
        ("组长", "北京市重大活动领导小组", "市重大活动领导小组组长覃锦程"),
        ("书记", "北京市委", "中共中央政治局委员、市委书记覃锦程"),  # every place has one
        ("市长", "北京市人民政府", "北京市委副书记、市长覃锦程"),
    ],
)
def test_a_body_of_a_place_stays_its_own(title: str, org: str, sentence: str) -> None:
    both = _speaker("覃锦程", sentence, ("常委", "中共中央政治局", None), (title, org, "北京市"))
    assert settled_posts(Record(ArticleInfo("a"), (both,))) == (both.positions,)
    alone = _speaker("覃锦程", "京津冀协同发展领导小组组长覃锦程", ("组长", "北京市京津冀协同发展领导小组", "北京市"))
    assert settled_posts(Record(ArticleInfo("a"), (alone,))) == (alone.positions,)  # of no leader of the state


@pytest.mark.parametrize("body", ["领导小组", "指导组", "指挥部"])
def test_a_body_that_says_not_what_it_is_for_is_nobodys(body: str) -> None:
    post = settled(Position("成员", f"武汉市{body}", "武汉市", "420100"))
    assert (post.org, post.region) == (body, None)
    assert everywhere(body)
    assert not everywhere(f"防汛抗旱{body}")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("中华人民共和国国务院", "国务院"),
        ("中国外交部", "外交部"),
        ("中国全国人大常委会", "全国人大常委会"),
        ("中华人民共和国最高人民法院", "最高人民法院"),
        ("中华人民共和国中央军事委员会", "中央军委"),
    ],
)
def test_an_organ_of_the_state_is_one_whether_its_country_is_named_or_not(written: str, plain: str) -> None:
    assert canonical(written) == canonical(plain)


@pytest.mark.parametrize("name", ["中国银行", "中国科学院", "中国国民党", "中国移动通信集团市场部"])
def test_what_bears_its_country_in_its_name_keeps_it(name: str) -> None:
    assert canonical(name).startswith("中国")


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (Position("主席", "中华人民共和国"), "国家主席"),
        (Position("副主席", "中华人民共和国"), "国家副主席"),
        (Position("国家主席"), "国家主席"),
        (Position("主席", "全国政协"), "主席"),
    ],
)
def test_the_head_of_state_has_one_title(told: Position, title: str) -> None:
    assert settled(told).title == title


@pytest.mark.parametrize(
    ("organ_", "region", "name"),
    [
        ("北京市中华人民共和国国务院", "北京市", "中华人民共和国国务院"),
        ("成都市人力资源和社会保障部", "成都市", "人力资源和社会保障部"),
        ("北京市十二届全国人大常委会", "北京市", "十二届全国人大常委会"),
        ("成都市人力资源和社会保障局", "成都市", None),
        ("成都市委组织部", "成都市", None),
        ("国务院", None, None),
    ],
)
def test_a_body_of_the_state_is_no_citys_where_nobody_is_named_in_it_either(
    organ_: str, region: str | None, name: str | None
) -> None:
    assert settled_organ(organ_, region, Record(ArticleInfo("a")), ()) == name


@pytest.mark.parametrize(("region", "body", "sentence"), STATE)
def test_a_body_goes_where_the_posts_in_it_go(region: str, body: str, sentence: str) -> None:
    leader = _speaker("覃锦程", sentence.format("覃锦程"), ("副总理", "国务院", None), ("组长", region + body, region))
    organs = tuple(Organization(name, region=region) for name in (region + body, f"{region}委"))
    record_ = Record(ArticleInfo("a", published="2020-01-01"), (leader,), (Region(region, level="prefecture"),), organs)
    names = {n.name: n.props["region"] for n in resolve([record_]).nodes if n.label == "Organization"}
    assert names == {"国务院": None, body: None, f"{region}委": region}


@pytest.mark.parametrize(
    "forms",
    [
        ("全国人大财经委", "全国人大财政经济委员会", "全国人民代表大会财政经济委员会"),
        ("台湾民主自治同盟中央", "台盟中央", "台盟中央委员会"),
        ("中共中央", "中央委员会", "中国共产党第二十届中央委员会"),
        ("全国人大常委会法工委", "全国人大常委会法制工作委员会"),
        ("中央外办", "中央外事工作委员会办公室"),
        ("第十四届全国人民代表大会常务委员会", "全国人大常委会"),
    ],
)
def test_committees_and_parties_in_short_and_in_full_are_one(forms: tuple[str, ...]) -> None:
    assert len({canonical(form) for form in forms}) == 1


def test_a_party_is_not_its_branch() -> None:
    forms = ("民盟中央", "民盟上海市委员会", "民盟", "中共中央", "中央军委", "全国人大", "全国人大常委会")
    assert len({canonical(form) for form in forms}) == len(forms)


@pytest.mark.parametrize("body", ["文化部", "铁道部", "住房城乡建设部", "国土资源部党组", "农工党中央"])
def test_ministries_of_today_and_before_are_the_states(body: str) -> None:
    assert national(Position("部长", body))
