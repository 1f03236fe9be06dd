#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/json_kind.hpp"
#include "grammars/formats/json_scanner.hpp"
#include "grammars/formats/json_shape.hpp"

namespace daicho {

/// Hears of the parts of a JSON value, in their order.
class JsonListener {
 public:
    virtual ~JsonListener() = default;
    /// A value without parts. `text`: of a string what it stands for, in UTF-8; of a number its digits, as
    /// written where it is no integer; "true", "false"; "" for null. Texts live for the call.
    virtual void value(JsonKind kind, std::string_view text) = 0;
    virtual void begin(JsonKind kind) = 0;  ///< an array or an object
    virtual void key(std::string_view name) = 0;
    virtual void end() = 0;
};

/// Hears of records: each is told part by part, or value by value where it is like one before.
class JsonRecordListener : public JsonListener {
 public:
    /// Where the values of the record that was told last belong; null: more than that is to be known of it.
    virtual const std::vector<std::size_t>* columns_met() const = 0;
    /// The values of a record like that one, each of which belongs to one of `columns`. `record` is what was
    /// read, and lives until the reader goes on.
    virtual void record_like(std::string_view record, std::span<const JsonToken> values,
                             std::span<const std::size_t> columns) = 0;
};

/// Where a byte of a document is.
struct JsonPlace {
    std::uint64_t offset = 0;    ///< in bytes from the start of the document
    std::uint64_t line = 1;      ///< 1-based
    std::uint32_t position = 1;  ///< character of the line, 1-based
};

/// Reads JSON (RFC 8259, UTF-8; a byte-order mark may stand in front) value by value, from front to back, in
/// memory that does not depend on the length of the document. All that the program reads of JSON goes through
/// here. Every function throws Error with line and position where the text is not JSON, is nested deeper than
/// 64, or is not what is asked for.
class JsonReader {
 public:
    /// `source` must outlive it.
    explicit JsonReader(ByteSource& source);
    /// A document in memory, which messages call `name`. `text` must outlive it.
    JsonReader(std::string_view text, std::string name);
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;

    /// The next byte that is not blank, without taking it; 0 at the end.
    char peek();
    /// Where that byte is, after `peek`; else where the last value ended.
    const JsonPlace& place() const { return place_; }

    /// Takes `sign`, which must come next.
    void expect(char sign);
    /// Inside an array or object, after its opening sign was taken: whether one more part comes. The comma in
    /// front of it is taken, or else `closing`. `first` must be true at first.
    bool more(char closing, bool& first);
    /// The name of a member of an object, and the colon behind it.
    std::string key();
    /// Reads one whole value.
    void read(JsonListener& listener);
    /// The same; what is like a record that was read into `shapes`, and is in memory, by that.
    void read(JsonRecordListener& listener, JsonShapes& shapes);
    /// Passes over one value.
    void pass_over();
    /// Nothing may follow but blanks.
    void expect_end();

    [[noreturn]] void refuse(const JsonPlace& place, const std::string& ja, const std::string& en) const;

 private:
    friend class JsonBytes;
    friend class JsonEvents;

    bool read_scanned(JsonListener& listener);
    bool read_like(const KnownJson& known, JsonRecordListener& listener);
    void parse(JsonListener& listener);
    void tell(JsonListener& listener, std::string_view text);
    void pass(std::string_view text, bool has_lines);
    std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
    bool read_on();
    bool ended();
    void step();
    void step_back();
    JsonPlace last_place() const;
    [[noreturn]] void refuse_sign(const std::string& wanted);

    ByteSource* source_ = nullptr;
    std::string name_;
    Buffer<char> buffer_;
    bool source_ended_ = false;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    JsonScanner scanner_;
    std::string decoded_;
    JsonPlace place_;
    std::uint32_t line_length_ = 0;  ///< characters of the line before
    std::size_t record_size_ = 0;    ///< bytes of the last record
};

/// The text that a string of JSON stands for, quotation marks included in `string`.
std::string json_string_text(std::string_view string);

}  // namespace daicho
