"""Writes the sample sheets beside this file: python -m tests.cases.make_cases. Places and bodies are made up.

``verbose.xlsx`` turns a task list into indicators; ``thin.csv`` lacks half of what a sheet needs; ``decent.xlsx`` would
pass; ``department.xlsx`` is the sheet of a whole department with some faults.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
Line = Sequence[str | float | None]

VERBOSE_GOAL = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，全面贯彻落实全国、全省党校（行政学院）工作会议精神，"
    "始终坚持党校姓党根本原则，充分发挥干部教育培训主渠道主阵地作用，围绕中心、服务大局，为全市经济社会高质量发展提供坚强的干部和人才保障。\n"
    "目标1：全年举办县处级干部进修班、中青年干部培训班等主体班8期，培训干部280人次，培训合格率达到98%以上。\n"
    "目标2：举办基层党组织书记、公务员能力提升等专题培训班12期，培训620人次。\n"
    "目标3：选派骨干教师外出进修15人次，引进高层次人才3名，开发精品课程10门。\n"
    "目标4：组织“送课下基层”宣讲活动40场，覆盖基层党员群众5000人次。\n"
    "目标5：完成市级以上课题研究12项，形成决策咨询报告6篇。\n"
    "目标6：改造智慧教室4间，建成现场教学基地5个，学员满意度不低于95%。\n"
    "通过项目实施，进一步增强干部政治能力和专业素养，切实提升党校办学治校水平，不断扩大社会影响力，努力推动干部教育培训工作再上新台阶。"
)
VERBOSE_ROWS = (
    ("产出指标", "数量指标", "数量指标：举办主体班", "8期", "举办县处级干部进修班、中青年干部培训班等"),
    ("产出指标", "数量指标", "数量指标：主体班培训人次", "≥280人次", ""),
    ("产出指标", "数量指标", "数量指标：举办专题培训班", "12期", ""),
    ("产出指标", "数量指标", "数量指标：专题培训班培训人次", "≥620人次", ""),
    ("产出指标", "数量指标", "培训干部总人次", "≥900人次", "主体班和专题班合计"),
    ("产出指标", "数量指标", "选派教师外出进修", "15人次", ""),
    ("产出指标", "数量指标", "引进高层次人才", "3名", ""),
    ("产出指标", "数量指标", "开发精品课程", "10门", ""),
    ("产出指标", "数量指标", "开展送课下基层宣讲活动", "≥40场", ""),
    ("产出指标", "数量指标", "宣讲覆盖人次", "≥5000人次", ""),
    ("产出指标", "数量指标", "完成课题研究", "12项", ""),
    ("产出指标", "数量指标", "撰写决策咨询报告", "6篇", ""),
    ("产出指标", "数量指标", "改造智慧教室", "4间", ""),
    ("产出指标", "数量指标", "建设现场教学基地", "5个", ""),
    ("产出指标", "质量指标", "质量指标：学员培训合格率", "≥98%", ""),
    ("产出指标", "质量指标", "教学质量", "较好", ""),
    ("产出指标", "质量指标", "智慧教室改造验收合格率", "100%", ""),
    ("产出指标", "时效指标", "时效指标：培训任务完成及时率", "及时", ""),
    ("产出指标", "时效指标", "项目完成时间", "2026年12月底前", ""),
    ("效益指标", "经济效益指标", "促进经济社会高质量发展", "有效促进", ""),
    ("效益指标", "社会效益指标", "主体班培训人次", "≥280人次", ""),
    ("效益指标", "社会效益指标", "提升干部政治能力和专业素养", "显著提升", ""),
    ("效益指标", "社会效益指标", "扩大党校社会影响力", "不断扩大", ""),
    ("效益指标", "社会效益指标", "宣讲覆盖基层党员群众", "≥5000人次", ""),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "≥95%", "问卷调查"),
    ("满意度指标", "服务对象满意度指标", "参训单位满意度", "满意", ""),
)

THIN_LINES = (
    ("项目支出绩效目标表（2026年度）",),
    ("项目名称", "群众文化活动专项经费"),
    ("主管部门", "某县文化广电和旅游局"),
    ("预算金额（元）", "350000"),
    ("年度目标", "开展群众文化活动，丰富群众精神文化生活。"),
    ("一级指标", "二级指标", "三级指标", "指标值", "备注"),
    ("产出指标", "数量指标", "举办文化活动", "20", ""),
    ("", "数量指标", "培训文艺骨干", "/", ""),
    ("", "质量指标", "活动质量", "高", ""),
    ("", "时效指标", "按时完成", "2026年", ""),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "90%", ""),
    ("效益指标", "社会效益指标", "……", "", ""),
)

DECENT_GOAL = (
    "完成老城片区雨污分流改造，新建污水管网12.5公里，改造提升泵站2座，2026年11月底前通水并通过验收；"
    "片区生活污水收集率由62%提高到75%以上，新增日处理污水0.8万吨，消除污水直排口9个，受益居民2.3万人，居民满意度达到90%以上。"
)
DECENT_ROWS = (
    ("成本指标", "经济成本指标", "管网单位建设成本", "≤", 168, "万元/公里", 20, "含管材、施工和路面恢复", "可研批复"),
    ("产出指标", "数量指标", "新建污水管网长度", "≥", 12.5, "公里", 12, "按竣工图量算", "可研批复"),
    ("产出指标", "数量指标", "改造提升泵站数量", "=", 2, "座", 6, "按竣工验收单清点", "可研批复"),
    ("产出指标", "质量指标", "工程验收合格率", "=", 1.0, "", 12, "验收合格单位工程数÷验收单位工程数×100%", "行业标准"),
    ("产出指标", "时效指标", "通水时间", "≤", datetime(2026, 11, 30), "", 10, "以通水验收记录为准", "施工合同"),
    ("效益指标", "社会效益指标", "受益居民人数", "≥", 2.3, "万人", 6, "接入管网的居民数", "片区户籍统计"),
    ("效益指标", "生态效益指标", "生活污水收集率", "≥", 0.75, "", 6, "收集水量÷产生水量×100%，上年为62%", "历史标准"),
    ("效益指标", "生态效益指标", "消除污水直排口数量", "=", 9, "个", 4, "按排查台账销号", "排查台账"),
    ("效益指标", "生态效益指标", "新增污水日处理量", "≥", 0.8, "万吨/日", 4, "污水厂进水量较上年增量", "计划标准"),
    ("满意度指标", "服务对象满意度指标", "受益居民满意度", "≥", 0.9, "", 10, "随机问卷不少于300份", "历史标准"),
)

DEPARTMENT_GOAL = "目标1：全市地表水国控断面优良比例达到80%以上，空气质量优良天数比率达到72%。\n目标2：完成生态环境执法检查和监测任务，守牢生态环境安全底线。"
DEPARTMENT_TASKS = (
    ("大气污染防治", "完成工业企业深度治理26家，淘汰老旧燃气锅炉40台"),
    ("水污染防治", "整治入河排污口58个，开展断面水质加密监测24次"),
    ("执法监管", "开展双随机执法检查600家次，办结信访投诉1200件"),
    ("能力建设", "升级空气自动监测站6个，培训执法人员180人次"),
)
DEPARTMENT_ROWS = (
    ("运行成本", "公用经费", "公用经费控制率", "≤100%", "实际支出公用经费÷预算安排公用经费×100%"),
    ("运行成本", "“三公”经费", "“三公”经费控制率", "≤100%", ""),
    ("管理效率", "预算管理", "预算执行率", "≥95%", "预算完成数÷预算数×100%"),
    ("管理效率", "预算管理", "预算完成率", "≥95%", "预算完成数÷预算数×100%"),
    ("管理效率", "采购管理", "政府采购执行率", "≥90%", ""),
    ("管理效率", "内控与公开", "预决算信息公开性", "公开", ""),
    ("履职效能", "大气污染防治", "完成工业企业深度治理", "26家", ""),
    ("履职效能", "大气污染防治", "淘汰老旧燃气锅炉数量", "≥40台", ""),
    ("履职效能", "水污染防治", "入河排污口整治数量", "≥58个", ""),
    ("履职效能", "水污染防治", "断面水质加密监测次数", "≥24次", ""),
    ("履职效能", "执法监管", "双随机执法检查家次", "≥600家次", ""),
    ("履职效能", "执法监管", "信访投诉按期办结率", "100%", ""),
    ("社会效应", "生态效益", "地表水国控断面优良比例", "≥80%", "国控断面中Ⅰ—Ⅲ类断面个数÷断面总数×100%"),
    ("社会效应", "生态效益", "空气质量优良天数比率", "≥72%", ""),
    ("社会效应", "社会效益", "生态环境质量", "持续改善", ""),
    ("可持续发展能力", "人才队伍", "执法人员培训人次", "≥180人次", ""),
)


def make_verbose() -> Workbook:
    """附件1 of 豫财效〔2022〕4号 as it is filled in."""
    book, sheet = _book("绩效目标表")
    _write(sheet, 1, [["省级部门预算项目支出绩效目标表"], ["（2026年度）"]])
    _write(
        sheet,
        3,
        [
            ["项目名称", None, "干部教育培训专项经费"],
            ["主管部门", None, "中共某市委党校"],
            ["实施单位", None, "某市委党校"],
        ],
    )
    _write(
        sheet,
        6,
        [
            ["项目资金\n（万元）", "年度资金总额", 164.0],
            [None, "其中：政府预算资金", 164.0],
            [None, "财政专户管理资金", 0],
        ],
    )
    _write(sheet, 9, [[None, "单位资金", 0], ["年度目标", VERBOSE_GOAL], ["分解目标"]])
    _merge(
        sheet, "A1:F1", "A2:F2", *(f"A{row}:B{row}" for row in (3, 4, 5)), *(f"C{row}:F{row}" for row in range(3, 10))
    )
    _merge(sheet, "A6:A9", "B10:F10", "A11:F11")
    _write_indicators(sheet, 12, ["一级指标", "二级指标", "三级指标", "指标值", "指标值说明"], VERBOSE_ROWS)
    _merge(sheet, *(f"E{row}:F{row}" for row in range(12, 13 + len(VERBOSE_ROWS))))
    return book


def make_decent() -> Workbook:
    """A form with operators, units, points and bases, numbers as numbers and percentages as such."""
    book, sheet = _book("项目绩效目标")
    _write(
        sheet,
        1,
        [
            ["项目支出绩效目标申报表（2026年度）"],
            ["项目名称", "老城片区污水管网工程", None, "主管部门", "某市城市管理局"],
        ],
    )
    _write(sheet, 3, [["年度资金总额（万元）", 2100], ["年度绩效目标", DECENT_GOAL]])
    header = ["一级指标", "二级指标", "三级指标", "符号", "指标值", "计量单位", "分值", "指标值说明", "设定依据"]
    _write_indicators(sheet, 5, header, DECENT_ROWS)
    _write(sheet, 16, [["合计", None, None, None, None, None, sum(row[6] for row in DECENT_ROWS)]])
    for row, line in enumerate(DECENT_ROWS, start=6):
        sheet.cell(row, 5).number_format = {float: "General", datetime: "yyyy-mm-dd"}.get(type(line[4]), "General")
        if isinstance(line[4], float) and not line[5]:
            sheet.cell(row, 5).number_format = "0%"
    _merge(sheet, "A1:I1", "B2:C2", "E2:I2", "B3:I3", "B4:I4", "A16:F16")
    return book


def make_department() -> Workbook:
    """附件3 of 豫财效〔2022〕4号 with the six dimensions of 中发〔2018〕34号 as first levels."""
    book, sheet = _book("整体支出绩效目标表")
    _write(sheet, 1, [["部门（单位）整体支出绩效目标表"], ["（2026年度）"], ["部门（单位）名称", "某市生态环境局"]])
    _write(sheet, 4, [["年度履职目标", DEPARTMENT_GOAL], ["年度主要任务", "任务名称", None, "主要内容"]])
    _write(sheet, 6, [[None, name, None, content] for name, content in DEPARTMENT_TASKS])
    money = [("部门预算总额（万元）", 8650), ("1.资金来源：（1）政府预算资金", 8500), ("（2）单位资金", 150)]
    _write(
        sheet,
        10,
        [["预算情况" if place == 0 else None, label, None, sum_] for place, (label, sum_) in enumerate(money)],
    )
    _merge(sheet, "A1:E1", "A2:E2", "B3:E3", "B4:E4", "A5:A9", "A10:A12")
    _merge(sheet, *(f"B{row}:C{row}" for row in range(5, 13)), *(f"D{row}:E{row}" for row in range(5, 13)))
    _write_indicators(sheet, 13, ["一级指标", "二级指标", "三级指标", "指标值", "指标值说明"], DEPARTMENT_ROWS)
    _write(sheet, 30, [["备注：履职效能应与年度主要任务对应。"]])
    _merge(sheet, "A30:E30")
    return book


def make_thin() -> bytes:
    """A table saved from a spreadsheet as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(THIN_LINES)
    return out.getvalue().encode("utf-8-sig")


def _book(title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    book.properties.creator = ""
    return book, sheet


def _write(sheet: Worksheet, first_row: int, lines: Sequence[Sequence[object]]) -> None:
    for row, line in enumerate(lines, start=first_row):
        for column, value in enumerate(line, start=1):
            if value not in (None, ""):
                sheet.cell(row, column, value)


def _write_indicators(sheet: Worksheet, first_row: int, header: Sequence[str], rows: Sequence[Line]) -> None:
    """Levels stand on their first row only, merged over the rest."""
    _write(sheet, first_row, [header])
    for place, row in enumerate(rows):
        before = rows[place - 1] if place else ("", "")
        level1 = None if row[0] == before[0] else row[0]
        level2 = None if row[:2] == before[:2] else row[1]
        _write(sheet, first_row + 1 + place, [[level1, level2, *row[2:]]])
    for column, key in (("A", 1), ("B", 2)):
        _merge_runs(sheet, column, first_row + 1, [tuple(row[:key]) for row in rows])


def _merge_runs(sheet: Worksheet, column: str, first_row: int, keys: Sequence[Line]) -> None:
    start = 0
    for place in range(1, len(keys) + 1):
        if place == len(keys) or keys[place] != keys[start]:
            if place - start > 1:
                _merge(sheet, f"{column}{first_row + start}:{column}{first_row + place - 1}")
            start = place


def _merge(sheet: Worksheet, *ranges: str) -> None:
    for reference in ranges:
        sheet.merge_cells(reference)


def _dress(sheet: Worksheet) -> None:
    """Borders, wrapping and widths, so that the samples look like what offices send."""
    thin = Side(style="thin")
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet["A1"].font = Font(bold=True, size=16)
    for letter, width in zip("ABCDEFGHI", (14, 18, 30, 16, 16, 12, 8, 36, 16), strict=True):
        sheet.column_dimensions[letter].width = width


def main() -> None:
    """Writes all samples."""
    for name, make in (("verbose", make_verbose), ("decent", make_decent), ("department", make_department)):
        book = make()
        _dress(book.worksheets[0])
        book.save(HERE / f"{name}.xlsx")
    (HERE / "thin.csv").write_bytes(make_thin())


if __name__ == "__main__":
    main()
