"""What is out of the domain, in many variations, and what comes near it and is in."""

from __future__ import annotations

import pytest

from kg.clean import clean
from tests.clean.outside import OUTSIDE

GENERAL = ("nothing official", "navigation", "no text")
NEAR = {
    "forecast with a mayor": "应对寒潮\n市气象台预计最低气温降至零下5℃，偏北风6级，有大雪。市长季长风主持召开会商会，部署融雪除冰。",
    "tourism": "文旅推介会在深圳举行\n3月8日，宜春市文化旅游推介会举行，市委常委、宣传部部长林彦致辞，推介门票优惠政策和精品线路、民宿。",
    "firm and city": "某某锂电项目签约落户\n6月4日，宜春市政府与某某锂电签署投资协议，董事长冯某、总裁雷某出席，市长季长风见证签约，公司股价上涨。",
    "games": "全省运动会开幕\n9月1日，省第十六届运动会开幕，省长任远宣布开幕，比赛设足球、篮球等20个大项，运动员入场，主教练领队。",
    "ranking by an office": "全省水质排名公布\n省生态环境厅10日召开新闻通气会，公布城市水质排名，第一名宜春，第二名赣州，排名前十的城市受表扬。",
    "fair": "专场招聘会进校园\n3月9日，市人社局在大学举办专场招聘会，副市长洪燕到场，200家企业带来岗位，薪资待遇面议，投递简历3000份。",
    "dialogue": "“一家人不说两家话”\n“路通了，心就近了。”区委书记凌云志说。3月9日，两区在社区服务中心签署共建协议。\n"
    "“我们盼了五年。”镇长丁一说道。\n会上，双方议定建立联席会议机制。",
    "shop talk": "县长直播带货\n3月9日，赣县县长季长风走进直播间推荐脐橙，下单立减、包邮，两小时销量3万件，商务局局长洪燕介绍电商扶持政策。",
}


@pytest.mark.parametrize(("reason", "page"), [case[1:] for case in OUTSIDE], ids=[case[0] for case in OUTSIDE])
def test_outside(reason: str, page: str) -> None:
    damage = clean(page).damage
    assert damage.domain == "out"
    assert damage.reason is not None
    assert damage.reason.startswith((reason, *GENERAL))


@pytest.mark.parametrize("page", NEAR.values(), ids=NEAR.keys())
def test_near_and_inside(page: str) -> None:
    assert clean(page).damage.domain == "in", clean(page).damage.reason


def test_the_list_of_other_news_makes_no_page_official() -> None:
    page = OUTSIDE[11][2] + "\n上一篇:我市召开国庆假期旅游安全会议\n下一篇:市政府办公室关于公开遴选公务员的公告"
    assert clean(page).damage.domain == "out"
