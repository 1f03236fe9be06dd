#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/conversion.hpp"
#include "grammars/characters/conversion_writer.hpp"

/// For the files of a conversion only.
namespace daicho {

/// A stretch of text with its place: a record, a header, a line.
struct ConversionStretch {
    RawText raw;
    std::uint64_t line = 0;
    std::uint64_t record = 0;
};

/// A cell of a stretch, as written.
struct WrittenCell {
    std::size_t begin = 0;  ///< behind its opening quote
    std::size_t end = 0;    ///< before its closing quote
    std::uint32_t column = 0;
    std::string_view header;
    bool quoted = false;
    bool sound = true;  ///< its quotes are

    std::size_t written_begin() const { return quoted ? begin - 1 : begin; }
    std::size_t written_end() const { return quoted ? end + 1 : end; }
};

/// Carries out a plan: writes, records, counts.
class ConversionRun {
 public:
    ConversionRun(const ConversionRequest& request, const std::string& name, const TextForm& from,
                  TakesBytes out, const TakesBytes& record);

    CharacterConverter& converter() { return converter_; }
    ConversionSummary& summary() { return summary_; }

    /// Writes a stretch with the edits of `plan`, which are sorted here. `cells`, in order of place, tell
    /// what an edit belongs to.
    void write(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells, ConversionPlan& plan);
    /// Passes a stretch on as it is. What failed is to be told by `refuse`, with the cells it has.
    std::optional<UnwritableCharacter> pass(const ConversionStretch& stretch) {
        return writer_.copy(stretch.raw, 0, stretch.raw.text.size());
    }
    [[noreturn]] void refuse(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                             const UnwritableCharacter& failed) const;

    /// Reads the source again for the bytes of the record, and ends both. `digest`: of the source as it was
    /// converted.
    void finish(ByteSource& source, const std::string& digest);

 private:
    void copy(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells, std::size_t begin,
              std::size_t end);
    void replace(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells, PlannedEdit& edit);
    void leave(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells, PlannedLoss& left);
    void hold_back_beside_broken_bytes(const ConversionStretch& stretch, ConversionPlan& plan) const;
    [[noreturn]] void refuse(const TextPlace& place, std::string_view character, bool invalid) const;

    std::string name_;
    CharacterConverter converter_;
    ConversionSummary summary_;
    ConversionRecordWriter record_;
    ConversionWriter writer_;
};

/// The two forms of a source.
void convert_table(ConversionRun& run, TableReader& table, const ConversionRequest& request,
                   const std::string& name);
void convert_lines(ConversionRun& run, ByteSource& source, Encoding encoding);

}  // namespace daicho
