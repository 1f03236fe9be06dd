#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "grammars/base/language.hpp"
#include "grammars/formats/mojibake_text.hpp"

namespace daicho {

/// How many garbled parts there were.
struct RepairCount {
    std::uint64_t repaired = 0;
    std::uint64_t left = 0;
};

/// What `characters repair` did to parts of a file, or of a text where `name` is empty. `above`: lines in
/// front of the block that the parts are of.
std::string parts_text(const std::string& name, std::span<const GarbledPart> parts, std::uint64_t above,
                       Language language);
/// One object a part, each with its line end.
std::string parts_json(const std::string& name, std::span<const GarbledPart> parts, std::uint64_t above);
/// What it came to. `whole`: all of the file went through the same mistakes.
std::string sum_text(const std::string& name, const RepairCount& count, bool whole, Language language);

}  // namespace daicho
