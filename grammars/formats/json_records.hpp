#pragma once

#include <string>

#include "grammars/formats/json_layout.hpp"

namespace daicho {

/// Walks over the records.
class JsonRecords {
 public:
    /// `reader` is at the start of the document and must outlive it. Throws Error as `JsonReader` does, and
    /// where a record is none.
    JsonRecords(JsonReader& reader, const JsonLayout& layout);

    /// Goes to the next record, which must then be read; false at the end.
    bool next();
    /// Where that record begins.
    const JsonPlace& place() const { return place_; }
    void read(JsonListener& listener);
    void read(JsonRecordListener& listener);

 private:
    void check_line() const;
    void go_to(const std::string& pointer);
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    JsonReader& reader_;
    JsonLayout::Kind kind_;
    bool whole_;  ///< the records are the document
    JsonPlace place_;
    JsonShapes shapes_;
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace daicho
