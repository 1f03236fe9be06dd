#include <string>

#include "grammars/text/narrow.hpp"
#include "grammars/values/school_code.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_code{"code", {"学校コード", "school code"}};
constexpr AnswerTerm by_name{"name", {"名称", "name"}};
constexpr AnswerTerm by_start{"start-of-name", {"名称の始まり", "start of the name"}};

constexpr FieldName school_code{"school_code", {"学校コード", "school code"}, ShownIn::title};
constexpr FieldName kind{"kind", {"学校種", "kind"}, ShownIn::column};
constexpr FieldName establisher{"establisher", {"設置区分", "established by"}};
constexpr FieldName branch{"branch", {"本分校", "main or branch"}};
constexpr FieldName address{"address", {"所在地", "address"}, ShownIn::column};
constexpr FieldName postal_code{"postal_code", {"郵便番号", "postal code"}};
constexpr FieldName successor{"successor", {"移行後の学校コード", "now"}};
constexpr FieldName edition{"edition", {"版", "edition"}};

/// A table of schools, with the columns in the order of the answer.
struct SchoolTable {
    const char* name;
    std::string by_code;
    std::string by_name;

    SchoolTable(const char* table, const std::string& columns)
        : name(table),
          by_code(select(columns) + "s.schoolCode = ?1"),
          by_name(select(columns) + "s.name between ?1 and ?2 limit 1000") {}

 private:
    std::string select(const std::string& columns) const {
        return "select s.schoolCode, s.name, " + columns + ", f.edition from " + name +
               " s join file f on f.id = s.file where ";
    }
};

const SchoolTable tables[] = {
    {"school",
     "s.kind, s.establisher, s.branch, s.address, s.postalCode, s.setOn, s.abolishedOn, s.successor"},
    {"university", "null, s.establisher, null, s.address, null, null, null, null"},
};

class Question {
 public:
    Question(const LookupContext& context, LookupAnswer& answer) : context_(context), answer_(answer) {}

    void ask(const SchoolTable& table, std::string_view text) {
        const Registry& registry = *context_.registry;
        if (const auto code = school_code_type.canonical(text, {})) {
            Statement& rows = registry.prepared(table.by_code);
            rows.bind(0, std::string_view(*code));
            while (rows.step()) add(rows, by_code, 0);
            rows.reset();
            return;
        }
        Statement& rows = registry.prepared(table.by_name);
        const std::string end = std::string(text) + "\xFF";
        rows.bind(0, text);
        rows.bind(1, std::string_view(end));
        while (rows.step())
            add(rows, rows.text(1) == text ? by_name : by_start, rows.text(1) == text ? 0 : 2);
        rows.reset();
    }

 private:
    void add(const Statement& row, const AnswerTerm& reason, unsigned rank) {
        const std::string_view since = row.text(7), until = row.text(8), day = context_.as_of;
        if (!day.empty() && since > day) return;
        const bool ended = !until.empty() && (day.empty() || day >= until);
        answer_.matches.push_back({{text_field(school_code, row.text(0)),
                                    text_field(fields::name, row.text(1)), text_field(kind, row.text(2)),
                                    text_field(establisher, row.text(3)), text_field(branch, row.text(4)),
                                    text_field(address, row.text(5)), text_field(postal_code, row.text(6)),
                                    text_field(fields::since, since), text_field(fields::ended, until),
                                    text_field(successor, row.text(9)), text_field(edition, row.text(10))},
                                   reason,
                                   rank + (ended ? 1 : 0)});
    }

    const LookupContext& context_;
    LookupAnswer& answer_;
};

}  // namespace

std::span<const FieldName> school_columns() {
    static constexpr FieldName columns[] = {school_code, fields::name, kind, address, fields::ended};
    return columns;
}

LookupAnswer look_up_school(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    answer.covered = false;
    const Narrow narrow(query);
    for (const SchoolTable& table : tables) {
        if (!context.registry || !context.registry->has(table.name)) continue;
        answer.covered = true;
        if (answer.matches.empty()) Question(context, answer).ask(table, narrow.text());
    }
    if (!answer.covered) {
        answer.note_ja = "学校のある台帳がありません。daicho build で作ってください。";
        answer.note_en = "there is no registry with schools; make one with daicho build";
    }
    return answer;
}

}  // namespace daicho
