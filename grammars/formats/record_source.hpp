#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// One of the first records of a table, as cells.
struct FirstRecord {
    std::vector<std::string> cells;
    RecordPlace place;
};

/// What a format gives: the records of a source as they are, titles and header among them. A reader
/// (`read_records`) finds the header and makes a table of it. Functions are called in the order in which they
/// stand here; all but `next` and `findings` are called once. Throws Error where the source cannot be read.
class RecordSource {
 public:
    virtual ~RecordSource() = default;

    /// How messages call it.
    virtual const std::string& name() const = 0;
    /// How its places are told.
    virtual PlaceForm places() const { return {}; }
    /// The names of the columns where the format itself gives them (the members of objects): then no header
    /// is looked for, and no record is a part of one. null: the header is among the records. They live as
    /// long as this.
    virtual const std::vector<std::string>* names() const { return nullptr; }
    /// The first records, some hundreds at most, by which the header is found; none where there are no
    /// records at all. Only asked where there are no names.
    virtual std::vector<FirstRecord> first_records() { return {}; }
    /// So many of the first records belong to the header, and `next` gives those behind them; they should
    /// have so many cells.
    virtual void start(std::size_t header_records, std::size_t columns) = 0;
    /// Fills `batch` with the next records, numbered from 1; false at the end. Beside cells and places a
    /// batch holds what is wrong with its records (`check_records` finds it where the format does not).
    virtual bool next(Batch& batch) = 0;
    /// What there is to say of the source as a whole; more of it may come until `next` has given false.
    virtual const std::vector<Finding>& findings() const = 0;
    /// null: it is not a table of text
    virtual const TableText* text() const { return nullptr; }
    /// Of a workbook, which is read through for it: its sheets in the order of their tabs.
    virtual std::vector<SheetSummary> sheets() const { return {}; }
    /// The tables of the file that may be meant where nobody named one, the one that is read first: sheets by
    /// their numbers from 1; the records and the document (JSON) as 1 and 2. None where there is no choice.
    virtual std::vector<std::size_t> likely_tables() const { return {}; }
    /// Another one of these tables, from its top; null where there is none.
    virtual std::unique_ptr<RecordSource> open_other(std::size_t) const { return nullptr; }
};

/// What the name of a file says of it, where its bytes say otherwise.
struct WrongName {
    std::string_view ending;   ///< ".xls"; empty: nothing is wrong
    std::string_view content;  ///< what it is: "Excel (xlsx)"
};

/// The table that a format's records are: finds its header, and what is wrong with that (F001, S101, S104,
/// S105, S107, S108, S110, S111, S119). `format` is the name of the format and must outlive it.
std::unique_ptr<TableReader> read_records(std::unique_ptr<RecordSource> source, const ReadOptions& options,
                                          std::string_view format, const WrongName& name = {});

}  // namespace daicho
