#pragma once

#include <string>
#include <string_view>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/language.hpp"
#include "tools/server/http_message.hpp"

namespace daicho {

/// Why a request is not answered: a code that stays, a status, a title.
struct ProblemKind {
    std::string_view code;
    unsigned status;
    Text title;
};

/// The kinds, for handlers; `docs/service.md` lists them.
namespace problems {
extern const ProblemKind bad_target, bad_header, bad_body, unknown_path, unknown_parameter, bad_value,
    missing_parameter, method_not_allowed, not_found, not_covered, not_acceptable, unsupported_type,
    too_large, header_too_large, timeout, other_generation, personal_data, too_many, not_ready, busy,
    out_of_scope, registry_failed, internal;
}  // namespace problems

/// Thrown by those who read a request and caught by `respond` alone: the request is refused.
struct Refusal {
    const ProblemKind& kind;
    BothTexts detail;
    std::string parameter{};  ///< the one that is wrong; empty: none
};

/// The answer to a refused request: application/problem+json (RFC 9457) with `code`, and with the detail in
/// both languages, `detail` being in the one that is asked for.
Response problem_response(const Refusal& refusal, Language language);

}  // namespace daicho
