#pragma once

#include <cstdint>
#include <string_view>

#include "grammars/formats/batch.hpp"

namespace daicho {

/// Fills a batch with records that come from no file: `begin`, then for each record `record` and its cells,
/// then `end`. Such a batch has no quotes and no line ends; its raw records mean nothing.
class BatchBuilder {
 public:
    explicit BatchBuilder(Batch& batch) : parts_(batch.parts()) {}

    /// `first_record`: number of the first record to come.
    void begin(std::uint64_t first_record) {
        parts_.clear();
        parts_.first_record = first_record;
    }
    /// `place`: where the record comes from.
    void record(RecordPlace place) {
        source_ = {};
        if (place.position != 0 || place.element != 0) add_place_in_line(place);
        parts_.records.push_back({static_cast<std::uint32_t>(parts_.cells.size()),
                                  static_cast<std::uint32_t>(parts_.text.size()), place.line});
    }
    /// What cells of the record are parts of, as a whole: those need not be copied one by one.
    void source(std::string_view text) {
        source_ = text;
        source_begin_ = static_cast<std::uint32_t>(parts_.text.size());
        parts_.text.append(text.data(), text.size());
    }
    void cell(std::string_view text) {
        const auto size = static_cast<std::uint32_t>(text.size());
        const std::size_t at =
            reinterpret_cast<std::uintptr_t>(text.data()) - reinterpret_cast<std::uintptr_t>(source_.data());
        if (at < source_.size()) {
            parts_.cells.push_back({source_begin_ + static_cast<std::uint32_t>(at), size});
            return;
        }
        const auto begin = static_cast<std::uint32_t>(parts_.text.size());
        parts_.text.append(text.data(), text.size());
        parts_.cells.push_back({begin, size});
    }
    /// `origin`: where the cell was read, if not in its record. In one batch either all cells say it or none.
    void cell(std::string_view text, CellOrigin origin) {
        cell(text);
        parts_.origins.push_back(origin);
    }
    /// How the cell `column` of the record, from 0, is read.
    void reading(std::uint32_t column, std::string_view text) {
        parts_.readings.push_back({static_cast<std::uint32_t>(parts_.records.size() - 1), column,
                                   static_cast<std::uint32_t>(parts_.unquoted.size()),
                                   static_cast<std::uint32_t>(text.size())});
        parts_.unquoted += text;
    }
    void end() {
        if (!parts_.records.empty()) record(parts_.records.back().line);
    }

 private:
    void add_place_in_line(RecordPlace place) {
        while (parts_.places.size() < parts_.records.size()) parts_.places.push_back({});
        parts_.places.push_back({place.position, place.element});
    }

    BatchParts& parts_;
    std::string_view source_;
    std::uint32_t source_begin_ = 0;  ///< of its copy, in the text of the batch
};

}  // namespace daicho
