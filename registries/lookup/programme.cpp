#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/text/join.hpp"
#include "models/engine/tsv.hpp"
#include "registries/embedded/municipality_table.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/sources/programme_keys.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_number{"number", {"制度番号", "number"}};
constexpr AnswerTerm by_title{"title", {"制度名", "title"}};
constexpr AnswerTerm by_start{"start-of-title", {"制度名の始まり", "start of the title"}};
constexpr AnswerTerm in_title{"in-title", {"制度名・通称の語", "words of the title"}};
constexpr AnswerTerm in_entry{"in-entry", {"概要・対象者などの語", "words of summary, audience or the like"}};

constexpr AnswerTerm not_yet{"not-yet", {"受付前", "not yet open"}};
constexpr AnswerTerm open_now{"open", {"受付中", "open"}};
constexpr AnswerTerm closed{"closed", {"受付終了", "closed"}};
constexpr AnswerTerm withdrawn{"withdrawn", {"公開終了", "withdrawn"}};

constexpr FieldName number{"number", {"制度番号", "number"}, ShownIn::title};
constexpr FieldName subtitle{"subtitle", {"通称", "subtitle"}};
constexpr FieldName authority{"authority", {"制度所管組織", "authority"}, ShownIn::column};
constexpr FieldName region{"region", {"地域の記載", "region as given"}, ShownIn::nowhere};
constexpr FieldName region_name{"region_name", {"地域", "region"}, ShownIn::column};
constexpr FieldName summary{"summary", {"概要", "summary"}};
constexpr FieldName audience{"audience", {"対象者", "audience"}};
constexpr FieldName benefit{"benefit_limit", {"給付上限額", "benefit at most"}};
constexpr FieldName loan{"loan_limit", {"借入限度額", "loan at most"}};
constexpr FieldName rate{"subsidy_rate", {"最大補助率", "subsidy rate at most"}};
constexpr FieldName call{"call_period", {"募集時期", "call"}};
constexpr FieldName opens{"opens", {"受付開始日", "opens"}};
constexpr FieldName closes{"closes", {"受付終了日", "closes"}, ShownIn::column};
constexpr FieldName apply{"how_to_apply", {"申請方法", "how to apply"}};
constexpr FieldName details{"details", {"詳細", "details"}};
constexpr FieldName enquiries{"enquiries", {"問い合わせ先", "enquiries"}};
constexpr FieldName basis{"legal_basis", {"根拠法令", "legal basis"}};
constexpr FieldName disaster{"disaster", {"災害名", "disaster"}};
constexpr FieldName keywords{"keywords", {"キーワード", "keywords"}};
constexpr FieldName status_on{"status_on", {"状態の基準日", "status as of"}};
constexpr FieldName edition{"edition", {"版", "edition"}};
constexpr FieldName same{"same_as", {"同じ制度", "same as"}};

/// A table of programmes, with the columns in the order of `Column`.
struct ProgrammeTable {
    const char* name;
    const char* columns;
    const char* number;
};

enum Column : int {
    at_number,
    at_title,
    at_subtitle,
    at_authority,
    at_region,
    at_local_government,
    at_summary,
    at_audience,
    at_benefit,
    at_loan,
    at_rate,
    at_call,
    at_apply,
    at_details,
    at_enquiries,
    at_basis,
    at_disaster,
    at_keywords,
    at_opens,
    at_closes,
    at_withdrawn,
    at_audiences,
    at_areas,
    at_name_words,
    at_amount,
    at_edition,
};

constexpr ProgrammeTable tables[] = {
    {"programme",
     "p.\"制度番号\", p.\"タイトル（制度名）\", p.\"サブタイトル（通称）\", p.\"制度所管組織\", p.\"地域\", "
     "null, p.\"概要\", p.\"対象者\", p.\"給付上限額\", p.\"借入限度額\", p.\"最大補助率\", "
     "p.\"募集時期\", p.\"申請届出方法\", coalesce(p.\"詳細URL\", p.\"詳細参照先\"), "
     "p.\"お問い合わせ先\", p.\"根拠法令\", p.\"災害名\", p.\"キーワード\", p.opens, p.closes, p.withdrawn, "
     "p.audiences, p.areas, p.name_words, p.amount",
     "p.\"制度番号\""},
    {"municipal_programme",
     "p.id, p.title, p.subtitle, p.authority, p.region, p.localGovernmentName, p.summary, p.audience, null, "
     "null, null, p.callPeriod, p.howToApply, coalesce(p.details, p.url), p.enquiries, p.legalBasis, null, "
     "p.keyword, p.opens, p.closes, null, p.audiences, p.areas, p.name_words, null",
     "p.id"},
};

/// The region as people say it: codes by the names of the places, 市内全域 with the name of the municipality.
std::string name_of_region(std::string_view region, std::string_view local_government) {
    std::string names;
    for (const std::string_view part : split_list(region)) {
        const Municipality* place = find_municipality(part);
        (names += names.empty() ? "" : "; ") += place ? full_name(*place) : std::string(part);
    }
    const bool said = names.find(local_government) != names.npos;
    if (local_government.empty() || said) return names;
    return std::string(local_government) + (names.empty() ? "" : " ") + names;
}

/// The codes under which what is for a whole region stands, for somebody who is at `area`.
std::vector<std::string> areas_around(std::string_view area) {
    std::vector<std::string> codes{"000000", std::string(area)};
    for (const Municipality& one : municipalities()) {
        if (one.lg_code.substr(0, 2) != area.substr(0, 2) || !one.ended.empty() || one.lg_code == area)
            continue;
        const Municipality* asked = find_municipality(area);
        const bool prefecture = one.city.empty();
        const bool city_of_ward =
            asked && !asked->ward.empty() && one.city == asked->city && one.ward.empty();
        if (prefecture || city_of_ward) codes.emplace_back(one.lg_code);
    }
    return codes;
}

class ProgrammeQuestion {
 public:
    ProgrammeQuestion(std::string_view query, const LookupContext& context, LookupAnswer& answer)
        : context_(context), answer_(answer), query_(query), words_(programme_words(query)) {
        if (!context.area.empty()) around_ = areas_around(context.area);
        whole_ = joined(words_, "");
    }

    /// Programmes with the words that are for others, elsewhere or another time.
    std::size_t left_out() const { return left_out_; }

    void ask(const ProgrammeTable& table) {
        Statement rows = context_.registry->database().prepare(statement(table));
        int at = 0;
        rows.bind(at++, query_);
        for (const std::string& word : words_) rows.bind(at++, std::string_view(word));
        while (rows.step()) add(rows);
    }

 private:
    /// The query is ?1, its words are ?2 and so on.
    std::string statement(const ProgrammeTable& table) const {
        std::string sql =
            concatenated({"select ", table.columns, ", f.edition from ", table.name,
                          " p join file f on f.id = p.file where (", table.number, " = ?1 or (1"});
        for (std::size_t i = 0; i < words_.size(); ++i)
            sql += " and instr(p.words, ?" + std::to_string(i + 2) + ") > 0";
        return sql + "))";
    }

    /// Whether the programme is for where the question is from: 0 certainly, 1 perhaps, 2 not.
    unsigned distance(std::string_view areas) const {
        if (around_.empty()) return 0;
        const auto has = [&](std::string_view code) {
            return areas.find(concatenated({";", code, ";"})) != areas.npos;
        };
        if (std::ranges::any_of(around_, has)) return 0;
        const bool prefecture = context_.area.substr(2, 3) == "000";
        if (prefecture && areas.find(concatenated({";", context_.area.substr(0, 2)})) != areas.npos) return 0;
        return areas.empty() || has("?") ? 1 : 2;
    }

    /// The day whose state is told; where none is asked for, that of the dataset.
    std::string_view day_of(const Statement& row) const {
        return context_.as_of.empty() ? row.text(at_edition) : context_.as_of;
    }

    /// What was over by the day of the dataset is over on every day that may be meant; of all else nothing is
    /// said without a day.
    const AnswerTerm* status(const Statement& row) const {
        const std::string_view day = day_of(row);
        if (day.empty()) return nullptr;
        const auto before = [](std::string_view a, std::string_view b) { return !b.empty() && a < b; };
        const std::string_view last = row.text(at_closes), gone = row.text(at_withdrawn);
        if (!gone.empty() && gone < day) return &withdrawn;
        if (!last.empty() && last < day) return &closed;
        if (context_.as_of.empty()) return nullptr;
        return before(day, row.text(at_opens)) ? &not_yet : &open_now;
    }

    bool is_wanted(const Statement& row, const AnswerTerm* state) const {
        const ProgrammeFilter& by = context_.programmes;
        if (by.open && state != &open_now) return false;
        if (by.amount.size() > row.text(at_amount).size()) return false;
        if (by.amount.size() == row.text(at_amount).size() && by.amount > row.text(at_amount)) return false;
        return by.audience.empty() ||
               row.text(at_audiences).find(concatenated({";", by.audience, ";"})) != std::string_view::npos;
    }

    std::pair<const AnswerTerm*, unsigned> reason(const Statement& row) const {
        if (!query_.empty() && row.text(at_number) == query_) return {&by_number, 0};
        const std::string_view names = row.text(at_name_words);
        const std::string_view first = names.substr(0, names.find('\n'));
        if (!whole_.empty() && first == whole_) return {&by_title, 0};
        if (!whole_.empty() && first.starts_with(whole_)) return {&by_start, 1};
        const bool all = std::ranges::all_of(
            words_, [&](const std::string& word) { return names.find(word) != names.npos; });
        return all && !words_.empty() ? std::pair{&in_title, 2U} : std::pair{&in_entry, 3U};
    }

    void add(const Statement& row) {
        const unsigned away = distance(row.text(at_areas));
        const AnswerTerm* state = status(row);
        if (away == 2 || !is_wanted(row, state)) {
            ++left_out_;
            return;
        }
        const auto [why, rank] = reason(row);
        const bool over = state == &closed || state == &withdrawn;
        answer_.matches.push_back({fields_of(row, state), *why, rank + 4 * away + (over ? 8 : 0), away == 0});
    }

    AnswerRecord fields_of(const Statement& row, const AnswerTerm* state) const {
        const std::string_view place = row.text(at_region);
        AnswerRecord record{text_field(number, row.text(at_number)),
                            text_field(fields::name, row.text(at_title)),
                            text_field(subtitle, row.text(at_subtitle)),
                            text_field(authority, row.text(at_authority)),
                            text_field(region, place.empty() ? row.text(at_local_government) : place),
                            text_field(region_name, name_of_region(place, row.text(at_local_government))),
                            text_field(summary, row.text(at_summary)),
                            text_field(audience, row.text(at_audience)),
                            text_field(benefit, row.text(at_benefit)),
                            text_field(loan, row.text(at_loan)),
                            text_field(rate, row.text(at_rate)),
                            text_field(call, row.text(at_call)),
                            text_field(opens, row.text(at_opens)),
                            text_field(closes, row.text(at_closes)),
                            {fields::status, state ? AnswerValue(*state) : AnswerValue()},
                            text_field(status_on, state ? day_of(row) : std::string_view()),
                            text_field(apply, row.text(at_apply)),
                            text_field(details, row.text(at_details)),
                            text_field(enquiries, row.text(at_enquiries)),
                            text_field(basis, row.text(at_basis)),
                            text_field(disaster, row.text(at_disaster)),
                            text_field(keywords, row.text(at_keywords)),
                            text_field(edition, row.text(at_edition)),
                            {same, AnswerValue()}};
        return record;
    }

    const LookupContext& context_;
    LookupAnswer& answer_;
    std::string_view query_;
    std::vector<std::string> words_;
    std::string whole_;                ///< the words one after the other
    std::vector<std::string> around_;  ///< codes; empty: of everywhere
    std::size_t left_out_ = 0;
};

std::string_view text_of(const AnswerRecord& record, const FieldName& name) {
    for (const AnswerField& field : record) {
        const auto* text = field.name.key == name.key ? std::get_if<std::string>(&field.value) : nullptr;
        if (text) return *text;
    }
    return {};
}

/// Programmes of one authority and title stand for one another: each names the numbers of the others.
void tell_same(std::vector<LookupMatch>& matches) {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        std::string key;
        const std::string_view title = text_of(matches[i].fields, fields::name);
        add_programme_words(std::array{text_of(matches[i].fields, authority), title}, key);
        if (!title.empty()) groups[key].push_back(i);
    }
    for (const auto& [key, group] : groups) {
        for (const std::size_t one : group) {
            std::string others;
            for (const std::size_t other : group) {
                if (other == one) continue;
                const std::string_view known = text_of(matches[other].fields, number);
                (others += others.empty() ? "" : "; ") += known.empty() ? std::string_view("-") : known;
            }
            if (!others.empty()) matches[one].fields.back().value = others;
        }
    }
}

}  // namespace

std::span<const FieldName> programme_columns() {
    static constexpr FieldName columns[] = {number, fields::name, authority, region_name, closes};
    return columns;
}

LookupAnswer look_up_programme(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    answer.covered = false;
    ProgrammeQuestion question(query, context, answer);
    for (const ProgrammeTable& table : tables) {
        if (!context.registry || !context.registry->has(table.name)) continue;
        answer.covered = true;
        question.ask(table);
    }
    tell_same(answer.matches);
    if (!answer.covered) {
        answer.note_ja =
            "支援制度のある台帳がありません。支援制度のデータ（CSV、Excel、JSON）から daicho build "
            "で作ってください。";
        answer.note_en =
            "there is no registry with support programmes; make one with daicho build from datasets of them "
            "(CSV, Excel, JSON)";
    } else if (answer.matches.empty() && question.left_out() > 0) {
        const std::string count = std::to_string(question.left_out());
        answer.note_ja = "その語のある制度は " + count +
                         " 件ありますが、地域・対象者・金額・受付日の条件に合うものがありません。";
        answer.note_en =
            "there are " + count + " with these words, but none for that place, audience, amount or day";
    } else if (answer.matches.empty()) {
        answer.note_ja =
            "制度名・概要・対象者・キーワードの語で探します。文ではなく、短い語を空白で区切ってください（例: "
            "出産 祝金）。";
        answer.note_en =
            "words of titles, summaries, audiences and keywords are looked for; give short words, not a "
            "sentence";
    }
    return answer;
}

}  // namespace daicho
