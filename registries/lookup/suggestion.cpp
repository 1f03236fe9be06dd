#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/suggest.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_suggestions = 200;  ///< where all are asked for

constexpr FieldName suggested_kind{"kind", {"種類", "kind"}, ShownIn::column};
constexpr FieldName suggested_id{"id", {"ID", "id"}, ShownIn::title};
constexpr FieldName suggested_detail{"detail", {"カナ・所在地", "kana or address"}, ShownIn::column};
constexpr AnswerTerm begins_so{"beginning", {"名前の先頭", "start of the name"}};

AnswerTerm kind_of_suggestion(std::string_view kind) {
    static constexpr AnswerTerm terms[] = {{"municipality", {"市区町村", "municipality"}},
                                           {"town", {"町字", "town"}},
                                           {"corporation", {"法人", "corporation"}},
                                           {"postal-code", {"郵便番号", "postal code"}},
                                           {"school", {"学校", "school"}}};
    for (const AnswerTerm& term : terms) {
        if (term.key == kind) return term;
    }
    return {kind, {kind, kind}};
}

}  // namespace

LookupAnswer look_up_suggestions(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    answer.covered = context.registry != nullptr;
    if (!answer.covered) {
        answer.note_ja =
            "台帳がないので、今の市区町村だけを探しました。町字・法人・学校・郵便番号は daicho build "
            "で作った台帳で"
            "分かります。";
        answer.note_en =
            "without a registry only municipalities of today are looked for; make one with daicho build";
    }
    // One more than is shown says that there are more.
    const std::size_t wanted = context.limit == 0 ? most_suggestions : context.limit + 1;
    for (Suggestion& one : suggest(context.registry, query, {}, wanted)) {
        answer.matches.push_back({{{suggested_id, std::move(one.id)},
                                   {fields::name, std::move(one.label)},
                                   {suggested_kind, kind_of_suggestion(one.kind)},
                                   text_field(suggested_detail, one.detail)},
                                  begins_so});
    }
    return answer;
}

}  // namespace daicho
