#pragma once

#include <vector>

#include "grammars/text/generator/sources.hpp"
#include "grammars/text/generator/writer.hpp"

namespace generator {

/// What stands at a position of JIS X 0213.
struct JisRow {
    std::size_t place = 0;  ///< by plane, row, cell, from 0
    unsigned year = 0;
    char32_t character = 0;
    char32_t mark = 0;
    char32_t other = 0;       ///< full-width form or character of Windows
    bool of_windows = false;  ///< whether `other` is a character of Windows
};

std::vector<JisRow> read_jis(const Sources& sources);

/// The words of `CharacterProperties`, the ranges of `CharacterKind`.
void write_properties(const Sources& sources, const std::vector<UnicodeRow>& unicode,
                      const std::vector<JisRow>& jis, Writer& writer);

/// Combining classes, decompositions, compositions.
void write_normalization(const Sources& sources, const std::vector<UnicodeRow>& unicode, Writer& writer);

/// Standardized variants of compatibility ideographs; ideographs of radicals; those whose shape changed.
void write_forms(const Sources& sources, Writer& writer);

/// The steps of folding (variants.hpp).
void write_folding(const Sources& sources, const std::vector<UnicodeRow>& unicode, Writer& writer);

/// Positions of JIS X 0213 and 0208, both ways.
void write_jis(const std::vector<JisRow>& jis, Writer& writer);

}  // namespace generator
