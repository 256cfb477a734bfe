"""What kind of project a sheet is of, by the words of its project and goal: building, buying, serving people, burdening others."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadSheet, plain

_LARGE = 50.0
"""万元 from which building and buying count as large where nothing else is said."""
_BUILDING = re.compile(
    r"工程|新建|扩建|改扩建|改建|改造|修缮|翻修|加固|(?:河道|土地|水体|沟渠|堤防|街巷|矿山)[^，。]{0,4}整治|(?:基地|实训室|校舍|厂房|道路|公路|桥梁|管网|设施|用房|场馆|大楼|学校|医院|幼儿园|农田|水库)[^，。]{0,4}建设"
)
_NOT_BUILDING = re.compile(
    r"平台|系统|信息|数字|软件|数据|体系|队伍|学科|制度|能力建设|文化建设|党建|品牌|精神文明|研究|攻关|人才|课题|规划|编制|咨询|监理|评估|评审|保洁|运维|维护|养护|"
    r"普查|调查|监测|培训|专项整治|执法|秩序整治|工程师|保险|贴息|奖补|以奖代补|补助|补贴|补偿|能力提升|素质|雪亮工程|行动|示范工程|惠民工程|文化工程|培育工程|安居工程补贴"
)
_BUYING = re.compile(
    r"(?:车辆|设备|装备|仪器|器材|家具|桌椅|机械|车)[^，。]{0,8}(?:购置|采购|更新|添置|配备)|(?:购置|采购|购买|更新)[^，。]{0,10}(?:车辆|设备|装备|仪器|器材|家具|桌椅|机械)"
)
_NOT_BUYING = re.compile(r"服务|疫苗|药品|耗材|补贴|奖补|工作|图书")
_SERVICE = re.compile(
    r"救助|助餐|养老|免费开放|低保|惠民|救灾|助学|资助|生活补助|临时救助|困难群众|残疾人|人居环境|生活污水|老旧小区|康复|慰问|危房|义诊|筛查|体检|供暖|便民|公交|厕所|营养改善|课后服务|就业补助|(?:家庭教育|养老|托育|康复|心理|便民|志愿|社工|公益)[^，。]{0,4}服务|科普[^，。]{0,12}活动|12345|便民热线|文化惠民|送戏|阅读推广|普法宣传"
)
_PEOPLE = re.compile(
    r"群众|公众|市民|居民|农户|学生|患者|老人|老年人|残疾人|儿童|村民|农民|妇女|灾民|困难|游客|观众|读者|家庭|户|村|农村"
)
_BURDEN = re.compile(
    r"公路|国省道|国道|省道|县道|道路|桥|管网|污水|水库|除险|清淤|拆除|填埋|焚烧|隧道|轨道|粪污|有机肥厂|(?:新建|扩建)[^，。、]{0,8}(?:幼儿园|学校|小学|中学|医院|大楼|场馆|厂|站|中心)|爆破|采石|河道整治|改建|大坝|堤防|变电|垃圾处理|土壤修复|地块|(?:用房|校舍|宿舍|大楼|厂房|场馆)[^，。、]{0,4}建设"
)


def builds(sheet: ReadSheet) -> bool:
    """Whether the project is construction or a large repair."""
    name = plain(sheet.sheet.project)
    return bool(_BUILDING.search(name)) and not _NOT_BUILDING.search(name) and _is_large(sheet)


def buys(sheet: ReadSheet) -> bool:
    """Whether the project is a large purchase of equipment."""
    name = plain(sheet.sheet.project)
    return bool(_BUYING.search(name)) and not _NOT_BUYING.search(name) and _is_large(sheet)


def serves_people(sheet: ReadSheet) -> str:
    """The words that show a service to the public or a matter of people's interests, or empty."""
    text = plain(sheet.sheet.project + sheet.sheet.goal)
    match = _SERVICE.search(plain(sheet.sheet.project))
    return match.group() if match and _PEOPLE.search(text) else ""


def burdens_others(sheet: ReadSheet) -> str:
    """The words that show that building or running burdens neighbours or nature, or empty."""
    match = (
        _BURDEN.search(plain(sheet.sheet.project + sheet.sheet.goal))
        if builds(sheet) or _PLANT.search(sheet.sheet.project)
        else None
    )
    return match.group() if match else ""


_PLANT = re.compile(
    r"粪污|填埋|焚烧|矿山开采|除险加固|(?:土壤|地块|矿山)[^，。]{0,6}修复|(?:公路|国省道|国道|省道|干线|道路)[^，。]{0,4}(?:养护工程|大修|中修)"
)


def _is_large(sheet: ReadSheet) -> bool:
    return sheet.sheet.budget is not None and sheet.sheet.budget >= _LARGE
