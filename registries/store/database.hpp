#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace daicho {

/// What a file of SQLite begins with (its file format, 1.3.1).
inline constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};

/// The database failed us: no other file will fare better.
class DatabaseError : public Error {
 public:
    using Error::Error;
};

/// A prepared statement. Texts that are bound must live until the next `reset`; texts of a row until the next
/// `step` or `reset`. Parameters and columns count from 0.
class Statement {
 public:
    Statement() = default;
    Statement(sqlite3* database, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::int64_t number);
    void bind(int parameter, double number);
    void bind_null(int parameter);
    /// Bytes that are no text.
    void bind_blob(int parameter, std::string_view bytes);

    /// The next row; false at the end. Throws Error.
    bool step();
    /// Steps to the end and makes the statement ready for the next use.
    void run();
    void reset();

    bool is_null(int column) const;
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    int columns() const;

 private:
    sqlite3_stmt* statement_ = nullptr;
};

/// A SQLite database file. Not for use from two threads at once: open it again for each thread. Throws Error
/// that names the file and what to do.
class Database {
 public:
    /// To be read by anybody: nobody may ever write to the file (it is replaced by renaming).
    static Database open_published(const std::string& path);
    /// A file of our own that nobody else sees yet. Made where it does not exist. Nothing is safe from a
    /// crash of the machine before `sync`.
    static Database open_private(const std::string& path);
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;

    Statement prepare(std::string_view sql) const;
    /// Runs one or more statements without parameters.
    void run(const std::string& sql);
    /// Rows that the last statement changed.
    std::int64_t changes() const;
    /// The only number that `sql` gives.
    std::int64_t number(std::string_view sql) const;
    /// What PRAGMA integrity_check has to say; empty: all is well.
    std::string damage() const;
    const std::string& path() const { return path_; }

 private:
    Database(const std::string& path, bool published);

    std::string path_;
    sqlite3* database_ = nullptr;
};

/// A transaction that is undone where `commit` was not reached.
class Transaction {
 public:
    explicit Transaction(Database& database) : database_(database) { database_.run("begin immediate"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

 private:
    Database& database_;
    bool open_ = true;
};

/// A name or text as SQL writes it.
std::string quoted_name(std::string_view name);
std::string quoted_text(std::string_view text);

}  // namespace daicho
