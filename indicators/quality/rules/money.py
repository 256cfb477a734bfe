"""可行性: amounts fit the budget, prices fit quantities, and 元 and 万元 are not mixed up."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.quality import levels
from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.measures import bare_name
from indicators.quality.price_ranges import slipped_price
from indicators.quality.prices import bills, is_price, pieces, yuan
from indicators.quality.problem import Problems, Verdict, not_applicable
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.text.values import written

_COST = {"level1": "成本指标", "level2": "经济成本指标"}
_BENEFIT = {"level1": "效益指标", "level2": "经济效益指标"}
_TEN_THOUSAND = 1e4
_TELLING_DIGITS = 4


def budget_is_given(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet says how much money there is, for rules that compare with it."""
    return None if sheet.sheet.budget else not_applicable("本表没有填写预算资金")


@FEASIBLE.rule(
    301,
    "cost-is-budget",
    group="unsound",
    severity="warning",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(**_COST, name="项目总成本", target="≤164万元"), budget=164),
        sheet(row(**_COST, name="人均服务成本", target="≤164万元"), budget=164),
        sheet(row(**_COST, name="项目成本", target="不超过预算")),
    ],
    good=[
        sheet(row(**_COST, name="设备购置安装成本", target="≤110万元"), budget=164),
        sheet(row(**_COST, name="人均培训成本", target="≤164元/人"), budget=164),
        sheet(row(**_BENEFIT, name="带动社会投入", target="≥164万元"), budget=164),
    ],
)
def cost_is_budget(sheet: ReadSheet, context: Context) -> Problems:
    """成本指标只是重复了预算总额。

    为什么: 预算总额是资金安排，不是成本控制数；花多少预算就算多少成本，看不出是否节约。
    怎么改: 改写单位成本（如每人、每平方米、每台），不能拆分的写分项成本控制数，并写明支出标准。
    """
    budget = sheet.sheet.budget_yuan or 0.0
    for line in sheet.rows:
        if "成本" not in f"{line.place.level1}{line.row.level1}{line.row.level2}":
            continue
        if _AS_BUDGETED.fullmatch(plain(line.target)):
            yield line.problem(f"“{line.name}”的指标值“{line.target}”没有成本控制数", cell="target")
        elif budget and _repeats(line, budget):
            message = f"“{line.name}”的指标值“{line.target}”就是预算总额{written(sheet.sheet.budget or 0)}万元"
            yield line.problem(message, cell="target")


_AS_BUDGETED = re.compile(
    r"(?:≤|<=?|不超过?|不得超过|不高于|不大于|不突破|未超|未超过|控制在|小于等于|小于|低于|在)?(?:项目|年度|批复|财政|批准|核定|当年|的)*预算(?:批复|批准|控制|的)*(?:数|总额|金额|额度?|额|范围)?(?:之内|以内|内)?"
)


def _repeats(line: ReadRow, budget: float) -> bool:
    """Whether the value is the budget; what is named a price must be without a piece in its unit and equal to the yuan."""
    if is_price(line):
        return not pieces(line) and any(_equal(amount, budget) for amount in _amounts(line))
    return any(_equal(amount, budget) or _slipped(amount, budget) for amount in _amounts(line))


@FEASIBLE.rule(
    302,
    "price-times-quantity",
    group="unsound",
    severity="info",
    basis="practice",
    requires=("CO101",),
    applies=(has_rows, budget_is_given),
    bad=[
        sheet(
            row(name="学生用床采购数量", target="≥1500张"),
            row(**_COST, name="学生用床单价", target="≤1780元/张"),
            budget=164,
        ),
        sheet(
            row(name="记录仪采购数量", target="=800台"),
            row(name="移动终端采购数量", target="=300台"),
            row(**_COST, name="记录仪单价", target="≤1800元/台"),
            row(**_COST, name="移动终端单价", target="≤4200元/台"),
            budget=240,
        ),
    ],
    good=[
        sheet(
            row(name="学生用床采购数量", target="≥1500张"),
            row(**_COST, name="学生用床单价", target="≤780元/张"),
            budget=164,
        ),
        sheet(
            row(name="设备巡检次数", target="≥1240", unit="站次"),
            row(**_COST, name="单站运维成本", target="≤3400元/站"),
            budget=124,
        ),
        sheet(
            row(name="自动站正常运行数", target="≥310站"),
            row(name="自动站观测资料归集", target="≥3100站"),
            row(**_COST, name="单站运维成本", target="≤3400元/站"),
            budget=124,
        ),
    ],
)
def price_times_quantity(sheet: ReadSheet, context: Context) -> Problems:
    """单价乘以数量超过了预算。

    为什么: 按表里的单价和数量做完，钱不够；三个数至少有一个不对。
    怎么改: 核对单价、数量和预算资金，使单价×数量不超过预算；分年实施的，只写当年的数量。
    """
    budget = sheet.sheet.budget_yuan or 0.0
    listed = [bill for bill in bills(sheet) if bill.price.is_cost or is_price(bill.price)]
    total = sum(bill.yuan for bill in listed)
    surely = sum(bill.least_yuan for bill in listed)
    if not listed or not 1.05 * budget < surely <= total <= 20 * budget:
        return
    last = max(listed, key=lambda bill: bill.price.number)
    sums = "＋".join(f"第{bill.price.number}行×第{bill.quantity.number}行" for bill in listed)
    message = f"{sums}＝{written(round(total / _TEN_THOUSAND, 2))}万元，超过预算{written(sheet.sheet.budget or 0)}万元"
    yield last.price.problem(message, cell="target", evidence=last.price.target)


@FEASIBLE.rule(
    303,
    "money-slip",
    group="unsound",
    severity="error",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(**_COST, name="人均培训成本", target="≤2000万元/人"), budget=46),
        sheet(row(**_COST, name="县道大修每公里造价", target="≤86元/公里")),
        sheet(row(**_COST, name="教学楼单位面积造价", target="≤0.38元/平方米")),
        sheet(row(**_COST, name="展厅租赁费", target="≤45元"), budget=180),
        sheet(row(**_BENEFIT, name="招商项目签约额", target="≥20元"), budget=180),
        sheet(row(**_BENEFIT, name="拉动旅游消费", target="≥3000元"), budget=180),
        sheet(
            row(**_COST, name="宣传手册单价", target="≤5万元/册"),
            row(name="宣传手册印制数", target="≥20000册"),
            budget=120,
        ),
    ],
    good=[
        sheet(row(**_COST, name="人均培训成本", target="≤2000元/人"), budget=46),
        sheet(row(**_BENEFIT, name="拉动旅游消费", target="≥3000万元"), budget=180),
        sheet(row(**_BENEFIT, name="农户户均增收", target="≥3000元"), budget=180),
        sheet(row(**_BENEFIT, name="招商引资签约额", target="≥20亿元"), budget=180),
        sheet(row(**_BENEFIT, name="园区亩均投资强度", target="≥400万元/亩"), budget=180),
        sheet(row(**_COST, name="参会人员住宿费", target="≤340元"), budget=400),
        sheet(row(**_COST, name="街巷保洁单价", target="≤6.5元/平方米"), budget=400),
    ],
)
def money_slip(sheet: ReadSheet, context: Context) -> Problems:
    """金额单位错了：元和万元相差一万倍。

    为什么: 单位写错，指标值差一万倍，与预算对不上，也无法评价。
    怎么改: 核对金额单位是“元”还是“万元”，与预算资金和数量对一遍。
    """
    prices = {bill.price.number: bill.yuan for bill in bills(sheet)}
    for line in sheet.rows:
        if reason := slipped_price(line) or _slip(line, sheet.sheet.budget_yuan, prices.get(line.number)):
            cell = "unit" if "元" in line.unit else "target"
            message = f"“{line.name}”的指标值“{line.target}{line.unit}”{reason}"
            yield line.problem(message, cell=cell, fix=_other_unit(getattr(line, cell)))


_TOTAL_BENEFIT = re.compile(
    r"(?:拉动|带动|实现|新增|挽回|避免|增加|追缴|年|总).{0,8}(?:消费|产值|销售额|销售收入|营业收入|旅游收入|经济损失|成交额|利税|税收|合同额)"
)
_GRAND_TOTAL = re.compile(
    r"(?:投资额|签约额|签约金额|合同金额|合同额|成交额|交易额|融资额|引资额|到位资金|销售额|销售收入|营业收入|旅游收入|产值|增加值|利税|税收|消费额)$"
)
_OF_ONE = re.compile(r"农民|农户|村民|居民|群众|牧民|职工|学员|家庭|薪|月|标准|门票")
_HUGE_NAMES = re.compile(
    r"招商|签约|融资|引资|投资|贷款|授信|生产总值|GDP|交易额|进出口|税收|存款|债|资产|保额|保险金额|基金|成交|消费|产业|工业|社会"
)
_LUMP = re.compile(
    r"(?:租赁|搭建|布展|工程|施工|建设|改造|修缮|装修|监理|设计|开发|运维|维护|物业|安保|宣传|推广|采购|购置|软件|系统|平台|设备|活动)[^均每]*(?:费|费用|成本|经费|投资|支出|造价|单价)$"
)
_SMALL_FEE = re.compile(
    r"住宿|伙食|餐|交通|课|劳务|师资|讲|体检|培训|会议|人员|接种|检[测验]|试剂|材料|工本|邮|印|标准|补|奖|票|服务|[人件次份页册每均]"
)


def _slip(line: ReadRow, budget: float | None, bill: float | None) -> str:
    """Why the unit of a total, or of a price beside the budget, must be wrong, or empty."""
    amount = yuan(line)
    if not amount or not budget:
        return ""
    if is_price(line) and not _LUMP.search(bare_name(line.name)):
        return _dearer_than_budget(line, amount, budget, bill)
    if line.is_cost:
        return _cost_slip(line, amount, budget)
    return _benefit_slip(line, amount, budget) if line.place.level1 in levels.BENEFIT else ""


def _dearer_than_budget(line: ReadRow, amount: float, budget: float, bill: float | None) -> str:
    if not line.value.unit.startswith("万元") or not (line.is_cost or pieces(line)):
        return ""
    is_over = amount > budget if line.is_cost else amount > 20 * budget
    return "作为单价，超过了全部预算" if is_over or (bill is not None and bill > 20 * budget) else ""


def _cost_slip(line: ReadRow, amount: float, budget: float) -> str:
    if pieces(line):
        return _dearer_than_budget(line, amount, budget, None)
    if _slipped(amount, budget):
        return f"与预算总额{written(budget / _TEN_THOUSAND)}万元数字相同而大小不同"
    if line.value.unit == "万元":
        return "比预算总额大几百倍" if amount > 200 * budget else ""
    name = bare_name(line.name)
    is_lump = bool(_LUMP.search(name)) and not _SMALL_FEE.search(name)
    is_low = line.value.unit == "元" and amount < _LEAST_LUMP and amount * _TEN_THOUSAND <= budget
    return "低得不合常理，像是把“万元”写成了“元”" if is_low and is_lump else ""


_LEAST_LUMP = 500.0
_LEAST_TOTAL = 1000.0


def _benefit_slip(line: ReadRow, amount: float, budget: float) -> str:
    name = bare_name(line.name)
    if line.value.unit == "元" and not is_price(line) and not _OF_ONE.search(name):
        is_small = amount < min(1e5, budget / 50) and _TOTAL_BENEFIT.search(name)
        if is_small or (amount < _LEAST_TOTAL and _GRAND_TOTAL.search(name)):
            return f"只有{written(amount)}元，像是把“万元”写成了“元”"
    number = line.value.value if isinstance(line.value.value, float) else 0.0
    is_huge = line.value.unit == "万元" and number >= 1e6 and number % 1e4 == 0 and amount > 1000 * budget
    return f"合{written(number / 1e4)}亿元，像是把“元”写成了“万元”" if is_huge and not _HUGE_NAMES.search(name) else ""


def _amounts(line: ReadRow) -> Iterator[float]:
    """What the value may mean in 元; a bare number is read as 万元, the unit of the budget."""
    if (amount := yuan(line)) is not None:
        yield amount
    elif isinstance(line.value.value, float) and not line.value.unit:
        yield line.value.value * _TEN_THOUSAND


def _slipped(one: float, other: float) -> bool:
    """Whether two amounts have the same digits and differ by tens; only a factor of ten thousand shows it with few digits."""
    if other <= 0 or _equal(one, other):
        return False
    is_unit = any(_equal(one, other * shift) for shift in (_TEN_THOUSAND, 1 / _TEN_THOUSAND))
    mine, theirs = (written(amount).replace(".", "").strip("0") for amount in (one, other))
    return is_unit or (mine == theirs and len(mine) >= _TELLING_DIGITS)


def _equal(one: float, other: float) -> bool:
    return other > 0 and abs(one - other) <= 0.0005 * other


def _other_unit(words: str) -> str:
    """The words with 元 and 万元 changed over."""
    text = plain(words)
    return text.replace("万元", "元", 1) if "万元" in text else text.replace("元", "万元", 1)
