#include "registries/store/database.hpp"

#include "grammars/base/hexadecimal.hpp"

#include <cassert>
#include <utility>

#include <sqlite3.h>

namespace daicho {

namespace {

/// What SQLite's result codes mean to somebody who runs daicho.
struct Cause {
    int code;
    const char* ja;
    const char* en;
    ErrorKind kind = ErrorKind::system;
};

constexpr Cause causes[] = {
    {SQLITE_FULL, "ディスクの空きがありません。空きを作ってからやり直してください",
     "no space is left on the disk; make room and run it again"},
    {SQLITE_CORRUPT, "ファイルが壊れています。daicho build で作り直してください",
     "the file is damaged; make it again with daicho build", ErrorKind::registry},
    {SQLITE_NOTADB, "台帳ファイルではありません。daicho build で作ったファイルを指定してください",
     "it is not a registry; name a file that daicho build has made", ErrorKind::registry},
    {SQLITE_CANTOPEN, "開けません。名前と権限を確かめてください",
     "it cannot be opened; check the name and permissions"},
    {SQLITE_READONLY, "書き込めません。権限を確かめてください",
     "it cannot be written; check the permissions"},
    {SQLITE_IOERR,
     "入出力の誤りです。ディスクの空き、ファイルの大きさの制限（ulimit -f）、媒体を確かめてください",
     "input/output error; check the disk, its free space and the limit of file sizes (ulimit -f)"},
    {SQLITE_BUSY, "ほかの処理が使っています。終わるのを待ってください",
     "it is in use; wait for the other process"},
    {SQLITE_NOMEM, "メモリが足りません", "out of memory"},
};

[[noreturn]] void fail(sqlite3* database, const std::string& path, int code) {
    for (const Cause& cause : causes) {
        if (cause.code == (code & 0xFF))
            throw DatabaseError{cause.kind, path + ": " + cause.ja, path + ": " + cause.en};
    }
    const std::string text = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    throw DatabaseError{ErrorKind::registry, path + ": データベースの誤り: " + text,
                        path + ": database error: " + text};
}

void check(sqlite3* database, int code) {
    if (code == SQLITE_OK) return;
    const char* path = sqlite3_db_filename(database, "main");
    fail(database, path ? path : "", code);
}

/// SQLite counts the memory that it takes, under a lock that all connections of the process share: threads
/// that only read wait for each other. Nobody asks for the count. Without effect where the process that we
/// are a part of has used SQLite before.
void leave_memory_uncounted() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

/// A path as an SQLite URI.
std::string uri(const std::string& path, std::string_view query) {
    std::string text = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            text += '%';
            append_hexadecimal(text, static_cast<unsigned char>(c));
        } else {
            text += c;
        }
    }
    return text.append(query);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
    check(database, sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                       SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    return *this;
}

void Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL.
    const char* begin = text.data() ? text.data() : "";
    sqlite3_bind_text(statement_, parameter + 1, begin, static_cast<int>(text.size()), SQLITE_STATIC);
}

void Statement::bind(int parameter, std::int64_t number) {
    sqlite3_bind_int64(statement_, parameter + 1, number);
}

void Statement::bind(int parameter, double number) {
    sqlite3_bind_double(statement_, parameter + 1, number);
}

void Statement::bind_null(int parameter) {
    sqlite3_bind_null(statement_, parameter + 1);
}

void Statement::bind_blob(int parameter, std::string_view bytes) {
    const char* begin = bytes.data() ? bytes.data() : "";
    sqlite3_bind_blob64(statement_, parameter + 1, begin, bytes.size(), SQLITE_STATIC);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    check(sqlite3_db_handle(statement_), code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
    const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (!begin) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (!begin) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

int Statement::columns() const {
    return sqlite3_column_count(statement_);
}

Database::Database(const std::string& path, bool published) : path_(path) {
    leave_memory_uncounted();
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                      (published ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const std::string name = uri(path, published ? "?immutable=1" : "");
    const int code = sqlite3_open_v2(name.c_str(), &database_, flags, nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close_v2(std::exchange(database_, nullptr));
        fail(nullptr, path, code);
    }
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, published ? 1 : 0, nullptr);
    // The plan of a statement is that of its text: else one with a range is prepared again for each value.
    sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
}

Database Database::open_published(const std::string& path) {
    Database database{path, true};
    database.run("pragma query_only=on; pragma trusted_schema=off; pragma mmap_size=2147418112;");
    return database;
}

Database Database::open_private(const std::string& path) {
    Database database{path, false};
    database.run(
        "pragma page_size=8192; pragma synchronous=off; pragma locking_mode=exclusive;"
        "pragma cache_size=-131072; pragma temp_store=file; pragma secure_delete=off; pragma "
        "trusted_schema=off;");
    return database;
}

Database::~Database() {
    sqlite3_close_v2(database_);
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)), database_(std::exchange(other.database_, nullptr)) {}

Statement Database::prepare(std::string_view sql) const {
    return {database_, sql};
}

void Database::run(const std::string& sql) {
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(database_, path_, code);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(database_);
}

std::int64_t Database::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::damage() const {
    Statement statement = prepare("pragma integrity_check(20)");
    std::string text;
    while (statement.step()) {
        if (statement.text(0) == "ok") continue;
        text += (text.empty() ? "" : "; ");
        text += statement.text(0);
    }
    return text;
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("rollback");
    } catch (const Error&) {  // the failure that brought us here is told already
    }
}

void Transaction::commit() {
    database_.run("commit");
    open_ = false;
}

std::string quoted_name(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

std::string quoted_text(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + '\'';
}

}  // namespace daicho
