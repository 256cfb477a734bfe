"""What one piece can cost at all, by kind of piece and thing, in 元: wide bounds, outside of which a unit must be wrong.

The bounds are our own estimate of public spending in China, a factor of several beyond the ordinary on either side; a price counts
as slipped only where 元 and 万元 changed over bring it back within them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from indicators.quality.measures import bare_name
from indicators.quality.prices import pieces, yuan
from indicators.quality.reading import ReadRow

TEN_THOUSAND = 1e4


class PriceRange(NamedTuple):
    """``least`` and ``most`` in 元 of one ``pieces`` whose name holds one of ``things``."""

    pieces: str
    things: str
    least: float
    most: float


_WORKS = "建|造价|改造|大修|中修|修复|修缮|加固|铺设|整治|治理|装修|布展"
RANGES = (
    PriceRange("平方米|㎡|平米", _WORKS, 20, 1e5),
    PriceRange("平方米|㎡|平米", "", 0.01, 1e5),
    PriceRange("公里|千米", "养护|维护|保洁|管护|巡", 10, 1e7),
    PriceRange("公里|千米", _WORKS, 1000, 5e9),
    PriceRange("米|延米", _WORKS, 2, 1e6),
    PriceRange("立方米|方", "", 0.1, 1e5),
    PriceRange("亩", f"{_WORKS}|造林", 5, 1e6),
    PriceRange("亩", "", 0.2, 1e6),
    PriceRange("人|生|名", "安家|购房|引才", 300, 1e7),
    PriceRange("人|生|名", "培训|会议|参训|体检|筛查|教材|餐|住宿|助学|低保|救助|资助", 0.2, 1e6),
    PriceRange("人|生|名", "", 0.2, 1e7),
    PriceRange("户", "", 2, 5e6),
    PriceRange(
        "台|套|个|台套|部|把|具|顶|张|件",
        "对讲机|记录仪|打印机|电脑|计算机|平板|桌椅|帐篷|棉被|灭火器|防护服|头盔|服装|书包",
        0.5,
        3e5,
    ),
    PriceRange(
        "台|辆|艘|架|部",
        "泵车|消防车|救护车|公交车|客车|货车|监测车|清扫车|作业车|工程车|垃圾车|警车|船|艇|无人机|直升机",
        200,
        1e9,
    ),
    PriceRange(
        "台|套|台套",
        "服务器|一体机|电镜|机床|加工中心|机器人|超声|诊断|CT|DR|光谱|质谱|色谱|分析仪|锅炉|变压器|发电机",
        100,
        1e9,
    ),
    PriceRange("页", "", 0.01, 1e3),
    PriceRange("册|份|本|张", "手册|宣传|资料|海报|教材|图书|试卷|问卷|证书|报刊|采购", 0.05, 2e4),
    PriceRange("剂次|剂|支", "接种|疫苗|耗材|试剂", 0.1, 5e4),
    PriceRange("吨", "处理|处置|清运|收运|运输|焚烧|污水|垃圾|污泥|吨水", 0.01, 1e5),
    PriceRange("座|处|口|眼|所", "建|改造|加固|造价|整治|修复", 300, 5e9),
    PriceRange("项|个", "资助|课题|科研|科技|研发", 300, 1e10),
    PriceRange("场", "演出|活动|展览|论坛|推介|比赛|赛事|讲座|培训|会议", 20, 1e8),
    PriceRange("学时|课时", "", 0.5, 1e5),
)
"""The first that fits counts."""

_NAMED_PIECES = re.compile(
    r"(?:每|单|单位)(?P<each>平方米|公里|里程|立方米|亩|人|户|台|套|页|册|份|剂次?|吨|座|处|口|眼|项|场|辆|艘|架)"
    r"|(?P<mean>[人生户亩册场])均|(?P<area>单位面积|单方)|(?P<settle>安家费|安家补[助贴]|购房补[助贴]|引才补[助贴])|(?P<grant>资助强度)"
)
_IMPLIED = {"里程": "公里", "area": "平方米", "settle": "人", "grant": "项"}
_NO_PRICE = re.compile(r"产值|产出|税收|投资强度|亩均投资|贷款|授信|担保|融资|资产|利润|营业|GDP|生产总值|保额|效益")


def slipped_price(row: ReadRow) -> str:
    """Why 元 and 万元 must be changed over in a price (高得不合常理), or empty."""
    amount, piece = yuan(row), _piece(row)
    if not amount or not piece or _NO_PRICE.search(row.name):
        return ""
    found = next((one for one in RANGES if re.fullmatch(one.pieces, piece) and re.search(one.things, row.name)), None)
    if found is None:
        return ""
    if row.value.unit.startswith("万元") and amount > found.most and amount / TEN_THOUSAND >= found.least:
        return f"作为每{piece}的价格，高得不合常理"
    is_low = row.value.unit.startswith("元") and amount < found.least and amount * TEN_THOUSAND <= found.most
    return f"作为每{piece}的价格，低得不合常理" if is_low else ""


def _piece(row: ReadRow) -> str:
    """What the price is of, by its unit or by its name."""
    if written := pieces(row):
        named = _NAMED_PIECES.search(bare_name(row.name))
        is_period = written[0] in {"年", "月", "次", "天"}
        return _named(named) if is_period and named else written[0]
    named = _NAMED_PIECES.search(bare_name(row.name))
    return _named(named) if named else ""


def _named(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    return _IMPLIED.get(group) or _IMPLIED.get(match.group(group)) or match.group(group)
