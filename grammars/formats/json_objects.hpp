#pragma once

#include <string>

#include "grammars/formats/json_reader.hpp"

namespace daicho {

/// Walks over the objects of a table that is JSON: an array of objects, or an object a line (JSON Lines).
class JsonObjects {
 public:
    /// `reader` must outlive it. Throws Error as `JsonReader` does, and where the text is neither.
    explicit JsonObjects(JsonReader& reader);

    /// Goes to the next object, which must then be read; false at the end.
    bool next();
    /// Where that object begins.
    const JsonPlace& place() const { return place_; }
    /// Each object is a line of its own.
    bool lines() const { return lines_; }
    void read(JsonListener& listener);

 private:
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    JsonReader& reader_;
    JsonPlace place_;
    bool lines_ = false;
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace daicho
