#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/language.hpp"

namespace daicho {

/// How a run of the program ended.
enum class Exit : std::uint8_t {
    clean = 0,
    findings = 1,  ///< or: a line was refused, nothing was found
    failure = 2,   ///< usage, file, database
};

enum class ColourMode : std::uint8_t { automatic, always, never };

/// What every command has at hand.
struct Session {
    Language language = Language::ja;
    ColourMode colour = ColourMode::automatic;
    std::ostream& out;       ///< data; writing throws Error, or ClosedPipe where nobody reads any more
    std::ostream& talk;      ///< messages
    std::string registry{};  ///< --registry; empty: the usual one
    /// What an Error says, with the options that help; set by `run`.
    std::function<BothTexts(const Error&)> explain{};

    std::string_view say(std::string_view ja, std::string_view en) const { return Text{ja, en}.in(language); }
    /// Whether reports on standard output are coloured.
    bool colours_output() const;
    /// Whether what is said on standard error is.
    bool colours_talk() const;
};

}  // namespace daicho
