"""The whole way on sheets as departments write them: concise, complete, honest about values, and accounting for every row."""

from pathlib import Path

import pytest

from indicators.errors import InvalidInput
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.search import document
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher
from indicators.suggestion.suggest import fit_suggester
from indicators.suggestion.weights import Scale
from indicators.text.values import quantities, read_target
from ingest.to_sheet import read_sheets

CASES = Path(__file__).parents[2] / "cases"
NAMES = ("verbose.xlsx", "thin.csv", "decent.xlsx", "department.xlsx")


@pytest.fixture(scope="module", params=NAMES)
def case(request):
    return read_sheets((CASES / request.param).read_bytes(), request.param)[0].sheet


@pytest.fixture(scope="module")
def answer(case, suggester):
    return suggester.suggest(case)


def verbose():
    return read_sheets((CASES / "verbose.xlsx").read_bytes(), "verbose.xlsx")[0].sheet


def test_weights_are_whole_and_sum_exactly(answer):
    assert all(float(line.weight).is_integer() and line.weight >= 2 for line in answer.indicators)
    assert answer.weight_total == sum(line.weight for line in answer.indicators) in {90, 100}


def test_the_set_is_no_longer_than_the_framework_calls_concise(answer, case):
    assert len(answer.indicators) <= (20 if case.kind == "department" else 12)


def test_every_drafted_row_is_accounted_for_once(answer, case):
    assert [merge.row for merge in answer.merge_map] == list(range(1, len(case.rows) + 1))
    assert all(merge.reason for merge in answer.merge_map)


def test_no_value_comes_from_nowhere(answer, case):
    written = {q.base_value for q in quantities(case.goal)}
    written |= {read_target(row.target, row.unit).value for row in case.rows}
    sums = {a + b for a in written for b in written if isinstance(a, float) and isinstance(b, float)}
    for line in answer.indicators:
        if isinstance(line.value, float):
            assert line.value_from in {"goal", "sheet"}
            assert line.value in written | sums
        if line.value is None:
            assert line.value_from == "none"


def test_no_two_lines_have_one_name_and_every_line_has_reasons(answer):
    names = [line.name for line in answer.indicators]

    assert len(set(names)) == len(names)
    assert all(line.reasons for line in answer.indicators)


def test_output_and_benefit_are_never_missing(answer, case):
    levels = {line.level1 for line in answer.indicators}

    assert levels >= ({"履职效能", "社会效应"} if case.kind == "department" else {"产出指标", "效益指标"})


def test_the_verbose_sample_keeps_its_main_tasks_and_tells_the_rest(suggester):
    answer = suggester.suggest(verbose())
    carried = {code for entry in answer.coverage for code in entry.covered_by}

    assert answer.sector.slug == "talent"
    assert len(answer.indicators) <= 12
    assert {"TD001", "TD002", "TD003"} <= carried
    assert {entry.clause for entry in answer.coverage if not entry.covered_by} == set(answer.uncovered)


def test_counts_of_different_things_are_never_folded_into_one_line(suggester):
    into = {merge.row: merge.into for merge in suggester.suggest(verbose()).merge_map}

    assert {into[row] for row in (9, 10, 24)} & {"TD002", "TD003"} == set()  # lectures are no training of cadres


def test_parts_of_one_count_are_added_up_in_one_line(suggester):
    answer = suggester.suggest(verbose())
    classes = next(line for line in answer.indicators if line.code == "TD003")

    assert (classes.value, classes.unit, classes.replaces) == (20.0, "期", (1, 3))


def test_the_drafted_weight_tells_what_the_drafter_holds_for_the_core(suggester):
    names = "甲乙丙丁戊己庚辛壬癸"
    heavy = set("甲丙戊庚壬")
    rows = [
        SheetRow(
            level1="产出指标",
            level2="数量指标",
            name=f"推广{name}数量",
            target="20",
            unit="台",
            weight=9 if name in heavy else 1,
        )
        for name in names
    ]
    answer = suggester.suggest(TargetSheet(goal="开展农机具推广服务。", rows=rows), most=6)

    assert {line.name[2] for line in answer.indicators if line.name.startswith("推广")} <= heavy


def test_a_rate_stands_where_the_library_has_its_like(suggester):
    answer = suggester.suggest(
        TargetSheet(goal="运行水质自动监测站11个，数据传输率达到95%以上，毕业生就业率达到90%以上。")
    )

    levels = {line.name: line.level1 for line in answer.indicators}

    assert (levels["数据传输率"], levels["毕业生就业率"]) == ("产出指标", "效益指标")


def test_what_is_no_draft_is_refused_with_the_nearest(suggester):
    answer = suggester.suggest(TargetSheet(goal="认真贯彻落实上级会议精神，进一步提高政治站位。"))

    assert answer.abstained
    assert answer.indicators == ()
    assert answer.nearest


def test_a_task_that_no_list_names_gets_a_pattern_with_its_own_words(suggester):
    answer = suggester.suggest(TargetSheet(goal="组织山地救援演练6次，储备应急物资120套。"))
    drill = next(line for line in answer.indicators if "演练" in line.name)

    assert drill.slot is not None
    assert "山地救援" in drill.slot
    assert (drill.code, drill.value, drill.unit) == ("CM074", 6.0, "次")


def test_a_measure_that_the_goal_names_itself_keeps_its_name(suggester):
    answer = suggester.suggest(TargetSheet(goal="完成经济普查登记，普查对象覆盖率达到98%以上。"))
    line = next(line for line in answer.indicators if line.name == "普查对象覆盖率")

    assert (line.operator, line.value, line.unit, line.value_from) == ("≥", 98.0, "%", "goal")


def test_a_good_drafted_row_keeps_its_wording(suggester):
    row = SheetRow(level1="产出", level2="数量", name="主体班培训人次", target="≥280", unit="人次")
    answer = suggester.suggest(TargetSheet(goal="开展干部培训", rows=(row,)))
    line = next(line for line in answer.indicators if line.name == "主体班培训人次")

    assert line.kept
    assert (line.value, line.unit, line.replaces) == (280.0, "人次", (1,))


def test_money_in_two_units_is_told(suggester):
    row = SheetRow(level1="成本指标", level2="经济成本指标", name="项目总成本", target="≤480", unit="元")
    answer = suggester.suggest(TargetSheet(goal="新建实训室3间，项目总成本控制在480万元以内。", rows=(row,)))

    assert any("两处不一致" in note for note in answer.notes)


def test_fewer_lines_on_request(suggester):
    assert len(suggester.suggest(verbose(), most=6).indicators) <= 6


def test_a_hundred_points_on_request(searcher):
    assert fit_suggester(searcher, scale=Scale(100)).suggest(verbose()).weight_total == 100


@pytest.mark.parametrize("fields", [{"sector": "航天"}, {"framework": "mof-1999"}])
def test_an_unknown_sector_or_framework_lists_the_choices(suggester, fields):
    with pytest.raises(InvalidInput, match="可用的有"):
        suggester.suggest(TargetSheet(goal="培训干部280人次", **fields))


def test_the_same_sheet_gives_the_same_answer(suggester):
    assert suggester.suggest(verbose()) == suggester.suggest(verbose())


def test_a_library_without_frameworks_still_gives_a_set(tmp_path, embedder):
    own = Library(
        sectors=(Sector(slug="city", name="市政", code_prefix="C"),),
        indicators=(
            Indicator(
                code="C1",
                name="路灯维修数量",
                sector="city",
                level1="产出",
                level2="数量",
                unit="盏",
                phrases=("维修路灯300盏",),
            ),
            Indicator(
                code="C2",
                name="公园开放天数",
                sector="city",
                level1="产出",
                level2="数量",
                unit="天",
                phrases=("公园开放360天",),
            ),
        ),
    )
    index = open_edge(tmp_path, "own", embedder.dimension)
    index.put(document.points(own.active, embedder))

    answer = fit_suggester(Searcher(own, index, embedder)).suggest(TargetSheet(goal="维修路灯300盏"))

    assert [line.code for line in answer.indicators] == ["C1"]
    assert answer.weight_total == 100
    index.close()


def test_a_counted_task_without_a_pattern_keeps_its_own_words(suggester):
    goal = "报送决策咨询要报不少于80篇，编辑出版院刊6期，举办学术讲座24场，要报采用率达到30%"

    lines = {line.name: line for line in suggester.suggest(TargetSheet(goal=goal)).indicators}
    named = next(line for name, line in lines.items() if "要报" in name and line.unit == "篇")

    assert (named.operator, named.value, named.code) == ("≥", 80, None)


def test_what_must_not_happen_becomes_a_line_with_zero(suggester):
    goal = "购置消防车3辆，组织消防演练12次，全年不发生重大安全责任事故，群众满意度达到90%"

    lines = [line for line in suggester.suggest(TargetSheet(goal=goal)).indicators if "事故" in line.name]

    assert [(line.operator, line.value) for line in lines] == [("=", 0)]


def test_the_price_of_one_piece_never_becomes_a_total(suggester):
    goal = "更新展品68件，单件展品平均成本不高于5.2万元，展品完好率95%，接待观众45万人次，观众满意度90%"

    priced = [line for line in suggester.suggest(TargetSheet(goal=goal)).indicators if line.value == 5.2]

    assert priced
    assert all("总" not in line.name for line in priced)


@pytest.mark.parametrize(
    "goal",
    [
        "早餐：牛奶200ml、鸡蛋饼2个；午餐：番茄牛腩、清炒西兰花、米饭150克；晚餐：紫菜蛋花汤、馒头2个",
        "春风又过小桥东，柳色新添几许浓。旧岁书声犹在耳，隔窗人影已成空。",
        "一、登录：输入用户名和密码，点击登录按钮，连续输错5次锁定30分钟；二、检索：输入关键词，每页显示20条",
    ],
)
def test_texts_that_are_no_drafts_are_refused(suggester, goal):
    assert suggester.suggest(TargetSheet(goal=goal)).abstained


def test_a_drafted_value_without_a_sign_gets_the_one_of_its_kind(suggester):
    rows = (
        SheetRow(level1="产出指标", level2="数量指标", name="在训运动员人数", target="460", unit="人"),
        SheetRow(level1="成本指标", level2="经济成本指标", name="运动员伙食补助标准", target="45", unit="元/人·天"),
        SheetRow(level1="效益指标", level2="社会效益指标", name="输送运动员人数", target="12", unit="人"),
    )

    signs = {
        line.name: line.operator
        for line in suggester.suggest(TargetSheet(goal="开展青少年业余训练", rows=rows)).indicators
    }

    assert (signs["在训运动员人数"], signs["运动员伙食补助标准"]) == ("≥", "≤")


def test_the_group_that_the_draft_names_stays_in_the_name(suggester):
    answer = suggester.suggest(TargetSheet(goal="举办主体班8期，培训干部280人次，学员满意度达到95%以上。"))

    assert "学员满意度" in {line.name for line in answer.indicators}


def test_a_cost_that_only_repeats_the_budget_gives_way_to_the_parts(suggester):
    cost = {"level1": "成本指标", "level2": "经济成本指标"}
    rows = [
        SheetRow(**cost, name="项目总成本", target="≤4380", unit="万元"),
        SheetRow(**cost, name="设备购置费", target="≤4200", unit="万元"),
        SheetRow(level1="产出指标", level2="数量指标", name="购置设备数量", target="9", unit="台"),
    ]
    goal = "购置设备9台，12月底前投入使用。"
    parts = suggester.suggest(TargetSheet(goal=goal, budget=4380.0, rows=rows), most=5)
    whole = suggester.suggest(TargetSheet(goal=goal, budget=4380.0, rows=[rows[0], rows[2]]))

    assert "设备购置费" in {line.name for line in parts.indicators}
    assert any("只重复了预算控制" in note for note in whole.notes)
