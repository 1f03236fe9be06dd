#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "registries/lookup/field_choice.hpp"
#include "tools/server/service.hpp"

namespace daicho {

/// A question about one thing, as a GET endpoint and a line of a batch ask it. Views live for the call.
struct Question {
    std::string_view op;         ///< "get" "search" "match" "geocode" "normalize" "reverse"
    std::string_view kind;       ///< of `served_kind`, for get, search and match
    std::string_view q;          ///< the text, or the id
    std::string_view address{};  ///< of a corporation that is matched
    std::string_view area{};     ///< code of the municipality that an address is of
    std::string_view as_of{};    ///< YYYY-MM-DD
    std::string_view type{};     ///< of a value that is normalized: "phone"
    std::string_view target{};   ///< "residence", "parcel"
    std::size_t limit = 10;
    FieldChoice fields{};
};

/// Appends the answer as the first members of an object: "{" and what follows it, without "}". Gives whether
/// it is complete. Throws Refusal where there is no such operation or kind, or where a text is missing.
bool answer_question(const Snapshot& data, Language language, const Question& question, std::string& out);

/// The kind whose answers the question gets, for its provenance; null: of several.
const ServedKind* kind_of_question(const Question& question);

/// What can be asked.
std::span<const std::string_view> question_ops();

/// Whether values of this type are about persons, so that no URL may have them.
bool is_personal(std::string_view type);

}  // namespace daicho
