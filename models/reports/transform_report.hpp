#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/json_writer.hpp"
#include "models/engine/transformer.hpp"

namespace daicho {

/// Tells what a transformation did: a JSON object with the columns of the result and where their cells come
/// from, every repaired cell, the findings that remain, what was left out and what stays unfilled. Written as
/// it goes, so that its length costs no memory.
class TransformReport {
 public:
    /// `write` takes the text of the report piece by piece.
    TransformReport(const Inspector& inspector, const Transformer& transformer, Language language,
                    std::function<void(std::string_view)> write);

    void begin(std::string_view source, std::string_view result);
    void add(const Transformed& batch);
    void finish();

    std::uint64_t records() const { return records_; }
    std::uint64_t edits() const { return edits_; }
    /// Findings of severity error that no repair settled.
    std::uint64_t unresolved() const { return unresolved_; }

 private:
    void flush();

    const Inspector& inspector_;
    const Transformer& transformer_;
    Language language_;
    std::function<void(std::string_view)> write_;
    std::string text_;
    JsonWriter json_{text_};
    std::vector<std::uint64_t> filled_;
    std::vector<std::map<std::string, std::uint64_t>> rules_;  // edits of each target column by rule
    std::uint64_t records_ = 0;
    std::uint64_t edits_ = 0;
    std::uint64_t unresolved_ = 0;
};

}  // namespace daicho
