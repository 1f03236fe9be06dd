#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/span.hpp"
#include "grammars/formats/dialect.hpp"

/// The side record of a conversion of characters: what it takes to give the original bytes back, and to tell
/// a person what was done. Lines of JSON (JSONL, UTF-8), in this order:
///
///     {"record":"daicho-conversion","version":1, ...}   what was asked for, of what, with which data
///     {"edit":OFFSET,"line":L, ..., "was":"髙","now":"高","rule":"shrink","basis":"...","loss":"identity"}
///     {"left":"邉","line":L, ..., "why":"tied", ...}      a character that was left as it was
///     {"bytes":OFFSET,"size":N,"were":"81AD"}             bytes that their text does not give again
///     {"end":{"edits":N,"left":N,"bytes":N},"source":{"sha256":..,"size":..},"result":{..}}
///
/// The offset of an edit counts bytes of the result's text in UTF-8, without a byte-order mark; that of bytes
/// counts bytes of the source as its text would be written anew. Both rise from line to line, those of edits
/// and those of bytes on their own.
namespace daicho {

using TakesBytes = std::function<void(std::string_view)>;

/// What is lost where the record is thrown away.
enum class ConversionLoss : std::uint8_t {
    none,      ///< another spelling of the same
    look,      ///< the same character, another shape or width
    identity,  ///< another character stands for it
    text,      ///< the text changed: other or more characters than there were
};
std::string_view name_of(ConversionLoss loss);  ///< "none" "look" "identity" "text"
Text title_of(ConversionLoss loss);

/// How text is written down, as far as undoing must know.
struct TextForm {
    Encoding encoding = Encoding::utf8;
    bool bom = false;
};

struct ConversionHeader {
    std::string tool;                ///< "daicho 0.3.0"
    std::string source;              ///< the file, as the user named it
    TextForm from;                   ///< of the source
    TextForm to;                     ///< of the result
    std::vector<std::string> rules;  ///< what was asked for: "width", "shrink mjsu jisx0213" ...
    std::vector<std::string> data;   ///< what it was done with: tables, their editions and digests
};

/// Where something stands, for people: it is not needed to undo.
struct TextPlace {
    std::uint64_t line = 0;    ///< physical line of the source on which its record starts, 1-based
    std::uint64_t record = 0;  ///< data record, 1 = the first one after the header; 0: none
    std::uint32_t column = 0;  ///< 1-based; 0: no cell
    std::string_view header;   ///< lives as long as who gave it
    Span span;                 ///< bytes of the cell (of the line where there is no cell) as written
};

struct ConversionEdit {
    std::uint64_t at = 0;
    TextPlace place;
    std::string was;
    std::string now;
    std::string rule;   ///< "nfc", "shrink", several joined by "+"
    std::string basis;  ///< on whose authority; empty where the rule says it
    ConversionLoss loss = ConversionLoss::none;
};

/// A character that should have been converted and was not.
struct LeftCharacter {
    TextPlace place;
    std::string unit;
    std::string why;  ///< a verdict ("tied", "none" ...) or "structure", "broken-bytes"
    std::vector<std::string> candidates;
};

struct SourceBytesEdit {
    std::uint64_t at = 0;
    std::uint64_t size = 0;  ///< bytes that stand there
    std::string were;        ///< bytes that have to
};

struct ContentDigest {
    std::string sha256;
    std::uint64_t size = 0;
};

struct ConversionEnd {
    std::uint64_t edits = 0;
    std::uint64_t left = 0;
    std::uint64_t bytes = 0;
    ContentDigest source;
    ContentDigest result;
};

/// Writes a record, line by line as it is told.
class ConversionRecordWriter {
 public:
    explicit ConversionRecordWriter(TakesBytes out) : out_(std::move(out)) {}

    void begin(const ConversionHeader& header);
    void add(const ConversionEdit& edit);
    void add(const LeftCharacter& left);
    void add(const SourceBytesEdit& bytes);
    void end(const ContentDigest& source, const ContentDigest& result);

    const ConversionEnd& counts() const { return counts_; }

 private:
    void flush(std::size_t above);

    TakesBytes out_;
    std::string text_;
    ConversionEnd counts_;
};

/// Reads a record from front to back. Every function throws Error where the file is no such record.
class ConversionRecordReader {
 public:
    /// Reads the header. `record` must live as long as this.
    explicit ConversionRecordReader(ByteSource& record);

    const ConversionHeader& header() const { return header_; }
    /// The next edit, what is no edit being passed over; nothing at the end.
    std::optional<ConversionEdit> next_edit();
    /// The next entry of bytes, what is none being passed over; nothing at the end.
    std::optional<SourceBytesEdit> next_bytes();
    /// What the last line says; reads on to it. Throws Error where there is none: the record is not complete.
    const ConversionEnd& end();

 private:
    std::optional<std::string_view> next_line();
    bool next_line_of(std::string_view start);
    [[noreturn]] void refuse() const;

    ByteSource& record_;
    std::string text_;
    std::size_t at_ = 0;
    std::string line_;
    std::uint64_t number_ = 0;  ///< of `line_`
    ConversionHeader header_;
    std::optional<ConversionEnd> end_;
};

}  // namespace daicho
