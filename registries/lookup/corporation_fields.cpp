#include "registries/lookup/corporation_fields.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "models/engine/closing_cause.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/corporations/former_names.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

constexpr FieldName corporate_number{"corporate_number", {"法人番号", "number"}, ShownIn::title};
constexpr FieldName furigana{"furigana", {"フリガナ", "reading"}};
constexpr FieldName english{"english_name", {"英語表記", "English"}};
constexpr FieldName kind{"kind", {"法人種別", "kind"}, ShownIn::column};
constexpr FieldName address{"address", {"所在地", "address"}, ShownIn::column};
constexpr FieldName address_abroad{"address_abroad", {"国外所在地", "address abroad"}};
constexpr FieldName municipality{"municipality", {"市区町村コード", "municipality"}};
constexpr FieldName postal_code{"postal_code", {"郵便番号", "postal code"}};
constexpr FieldName assigned{"assigned", {"法人番号指定日", "number given"}};
constexpr FieldName closed{"closed", {"閉鎖等の日", "closed"}};
constexpr FieldName cause{"cause", {"閉鎖等の事由", "cause"}};
constexpr FieldName details{"details", {"変更事由の詳細", "details"}};
constexpr FieldName since{"since", {"この状態の開始日", "so since"}};
constexpr FieldName until{"until", {"次の状態の開始日", "until"}};
constexpr FieldName recorded{"published", {"公表日", "published"}};
constexpr FieldName image{"glyph_image", {"字形画像", "glyph image"}};
constexpr FieldName hidden{"address_gone", {"検索対象除外", "taken out of the search"}};
constexpr FieldName successors{"successors", {"承継先", "successors"}, ShownIn::column};
constexpr FieldName absorbed{"absorbed", {"吸収した法人", "absorbed"}};
constexpr FieldName merged_on{"date", {"日付", "date"}};
constexpr FieldName stated{"stated_in", {"根拠", "stated in"}};
constexpr FieldName former{"former_names", {"旧商号・旧名称", "former names"}};
constexpr FieldName history{"history", {"履歴", "history"}};
constexpr FieldName event{"event", {"処理区分", "event"}};
constexpr FieldName withdrawn_on{"taken_back", {"取消日", "taken back"}};
constexpr FieldName why{"why", {"取消の理由", "why"}};

constexpr AnswerTerm exists{"present", {"存続", "exists"}};
constexpr AnswerTerm is_closed{"closed", {"閉鎖", "closed"}};
constexpr AnswerTerm is_withdrawn{"withdrawn", {"番号取消", "number withdrawn"}};

// 法人番号公表サイト, リソース定義書: 処理区分, 法人種別, 登記記録の閉鎖等の事由.
constexpr AnswerTerm events[] = {
    {"01", {"新規", "new"}},
    {"11", {"商号又は名称の変更", "name changed"}},
    {"12", {"国内所在地の変更", "moved"}},
    {"13", {"国外所在地の変更", "moved abroad"}},
    {"21", {"登記記録の閉鎖等", "closed"}},
    {"22", {"登記記録の復活等", "revived"}},
    {"71", {"吸収合併", "absorbed another"}},
    {"72", {"吸収合併無効", "merger annulled"}},
    {"81", {"商号の登記の抹消", "trade name struck"}},
    {"99", {"削除", "number withdrawn"}},
};
constexpr AnswerTerm kinds[] = {
    {"101", {"国の機関", "state organ"}},
    {"201", {"地方公共団体", "local government"}},
    {"301", {"株式会社", "kabushiki kaisha"}},
    {"302", {"有限会社", "yugen kaisha"}},
    {"303", {"合名会社", "gomei kaisha"}},
    {"304", {"合資会社", "goshi kaisha"}},
    {"305", {"合同会社", "godo kaisha"}},
    {"399", {"その他の設立登記法人", "other registered corporation"}},
    {"401", {"外国会社等", "foreign company"}},
    {"499", {"その他", "other corporation"}},
};
constexpr AnswerTerm ends[] = {
    {"corrected", {"履歴ごと訂正", "history corrected"}},
    {"withdrawn", {"番号の取消", "number withdrawn"}},
    {"revised", {"後の公表で訂正", "published otherwise later"}},
};

AnswerField coded(const FieldName& name, std::span<const AnswerTerm> terms, std::string_view code) {
    const auto term = std::ranges::find(terms, code, &AnswerTerm::key);
    if (term == terms.end()) return text_field(name, code);
    return {name, *term};
}

AnswerField closed_because(std::string_view code) {
    const auto* found = std::ranges::find(closing_causes, code, &ClosingCause::code);
    if (found == std::end(closing_causes)) return text_field(cause, code);
    return {cause, AnswerTerm{found->code, found->name}};
}

const AnswerTerm& status_of(const CorporationState& state) {
    if (state.is_withdrawal()) return is_withdrawn;
    return state.is_closed() ? is_closed : exists;
}

std::string name_of(const CorporationRegister& corporations, std::int64_t number) {
    const auto corporation = corporations.find(number);
    return corporation ? (*corporation)[item::name] : std::string();
}

AnswerRecord merger_record(const CorporationRegister& corporations, const CorporationMerger& merger,
                           std::int64_t other) {
    constexpr AnswerTerm column{"column", {"承継先法人番号", "number of the successor"}};
    constexpr AnswerTerm text{"text", {"変更事由の詳細", "details"}};
    constexpr AnswerTerm both{"both",
                              {"承継先法人番号と変更事由の詳細", "number of the successor, and details"}};
    return {text_field(corporate_number, corporate_number_text(static_cast<std::uint64_t>(other))),
            text_field(fields::name, name_of(corporations, other)),
            text_field(merged_on, merger.date),
            {stated, merger.in_column ? merger.in_text ? both : column : text}};
}

AnswerValue successor_records(const CorporationRegister& corporations, const CorporationState& state) {
    std::vector<AnswerRecord> records;
    const auto number = CorporationRegister::number(state[item::number]);
    if (!number || !state.is_closed()) return records;
    for (const CorporationMerger& merger : corporations.successors(*number)) {
        records.push_back(merger_record(corporations, merger, merger.survivor));
    }
    return records;
}

AnswerValue absorbed_records(const CorporationRegister& corporations, const CorporationState& state,
                             std::string_view as_of) {
    std::vector<AnswerRecord> records;
    const auto number = CorporationRegister::number(state[item::number]);
    for (const CorporationMerger& merger : corporations.absorbed_by(number.value_or(0))) {
        if (!as_of.empty() && merger.date > as_of) continue;
        records.push_back(merger_record(corporations, merger, merger.absorbed));
    }
    return records;
}

AnswerValue former_name_records(const std::vector<CorporationState>& states, const CorporationState& asked) {
    std::vector<AnswerRecord> records;
    for (const FormerName& one : former_names(states, asked)) {
        records.push_back(
            {text_field(fields::name, one.name), text_field(since, one.since), text_field(until, one.until)});
    }
    return records;
}

AnswerValue history_records(const std::vector<CorporationState>& states) {
    std::vector<AnswerRecord> records;
    if (states.size() < 2) return records;
    for (const CorporationState& state : states) {
        records.push_back({
            text_field(since, state.valid_from()),
            text_field(recorded, state.recorded_from()),
            coded(event, events, state[item::process]),
            text_field(fields::name, state[item::name]),
            text_field(address, state.address()),
            text_field(closed, state[item::close_date]),
            text_field(withdrawn_on, state.recorded_until),
            coded(why, ends, to_string(state.end)),
        });
    }
    return records;
}

}  // namespace

std::span<const FieldName> corporation_columns() {
    static constexpr FieldName columns[] = {corporate_number, fields::name, kind,   address,
                                            municipality,     postal_code,  closed, successors};
    return columns;
}

AnswerRecord corporation_fields(const CorporationRegister& corporations, const CorporationState& state,
                                const std::vector<CorporationState>& states, std::string_view as_of) {
    return record_of(
        text_field(corporate_number, state[item::number]), text_field(fields::name, state[item::name]),
        text_field(furigana, state[item::furigana]), text_field(english, state[item::english_name]),
        AnswerField{fields::status, status_of(state)}, coded(kind, kinds, state[item::kind]),
        text_field(address, state.address()), text_field(address_abroad, state[item::address_outside]),
        text_field(municipality, state[item::prefecture_code] + state[item::city_code]),
        text_field(postal_code, state[item::post_code]), text_field(assigned, state[item::assignment_date]),
        coded(event, events, state[item::process]), text_field(since, state.valid_from()),
        text_field(until, state.valid_until), text_field(recorded, state.recorded_from()),
        text_field(closed, state[item::close_date]), closed_because(state[item::close_cause]),
        text_field(details, state[item::change_cause]),
        AnswerField{image,
                    state[item::name_image].empty() ? AnswerValue() : AnswerValue(state[item::name_image])},
        AnswerField{hidden, state[item::hihyoji] == "1" ? AnswerValue(true) : AnswerValue()},
        AnswerField{successors, successor_records(corporations, state)},
        AnswerField{absorbed, absorbed_records(corporations, state, as_of)},
        AnswerField{former, former_name_records(states, state)},
        AnswerField{history, history_records(states)});
}

}  // namespace daicho
