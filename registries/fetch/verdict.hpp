#pragma once

#include <cstdint>
#include <optional>

#include "grammars/base/both_texts.hpp"
#include "registries/fetch/http_client.hpp"
#include "registries/fetch/part_taker.hpp"

namespace daicho {

/// What to do after an answer, or after none.
enum class Step : std::uint8_t {
    settle,     ///< the whole file is at hand
    unchanged,  ///< the file of before is the newest
    ask_anew,   ///< for all of the file, at once
    retry,      ///< after a while
    give_up,
};

struct Verdict {
    Step step = Step::give_up;
    BothTexts reason;                   ///< of `retry` and `give_up`
    BothTexts advice;                   ///< what a person may do; may be empty
    std::optional<std::uint64_t> wait;  ///< seconds that the server asks to wait
};

/// Judges what came of a question; `conditional`: it was asked for changes only.
Verdict judge(const HttpOutcome& outcome, const PartTaker& taker, bool conditional);

}  // namespace daicho
