#include "grammars/formats/zip_file.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <vector>

#include <zip.h>

#include "grammars/base/error.hpp"
#include "grammars/formats/zip_directory.hpp"
#include "grammars/formats/zip_name.hpp"

namespace daicho {

namespace {

struct Trouble {
    int code;  ///< of libzip
    const char* ja;
    const char* en;
};

constexpr Trouble troubles[] = {
    {ZIP_ER_NOZIP, "zip のファイルが途中で切れているか、壊れています。",
     "this zip file is cut off or damaged"},
    {ZIP_ER_INCONS, "zip のファイルが壊れています（目次と中身が合いません）。",
     "this zip file is damaged (its directory does not match its contents)"},
    {ZIP_ER_CRC, "zip の中のファイルが壊れています（チェックサムが合いません）。",
     "this member of the zip is damaged (its checksum differs)"},
    {ZIP_ER_COMPRESSED_DATA, "zip の中のファイルが壊れています（符号が読めません）。",
     "this member of the zip is damaged (its data cannot be unpacked)"},
    {ZIP_ER_ZLIB, "zip の中のファイルが壊れています（符号が読めません）。",
     "this member of the zip is damaged (its data cannot be unpacked)"},
    {ZIP_ER_EOF, "zip のファイルが途中で切れています。", "this zip file is cut off"},
    {ZIP_ER_MULTIDISK, "zip が複数に分割されています。一つに結合したものを入手してください。",
     "this zip is split into several files; get it in one piece"},
    {ZIP_ER_NOPASSWD, "パスワードが掛かっています。パスワードを外したものを入手してください。",
     "it is protected by a password; get it without one"},
    {ZIP_ER_ENCRNOTSUPP, "パスワードが掛かっています。パスワードを外したものを入手してください。",
     "it is protected by a password; get it without one"},
};

[[noreturn]] void refuse(const std::string& name, zip_error_t* error) {
    const int code = zip_error_code_zip(error);
    for (const auto& trouble : troubles) {
        if (trouble.code != code) continue;
        const bool advised = std::string_view{trouble.en}.find("; get it") != std::string_view::npos;
        throw Error{ErrorKind::input,
                    name + ": " + trouble.ja + (advised ? "" : "もう一度入手してください。"),
                    name + ": " + trouble.en + (advised ? "" : "; get the file again")};
    }
    const std::string text = zip_error_strerror(error);
    throw Error{ErrorKind::input, name + ": zip を読めません。もう一度入手してください: " + text,
                name + ": this zip cannot be read; get the file again: " + text};
}

/// A source as libzip wants it. Exceptions wait here until libzip has returned.
struct Feed {
    SeekableSource& source;
    std::uint64_t size;
    std::uint64_t at = 0;         ///< where libzip is
    std::uint64_t source_at = 0;  ///< where the source is
    zip_error_t error{};
    std::exception_ptr thrown = nullptr;

    zip_int64_t read(void* to, zip_uint64_t count);
    zip_int64_t answer(void* data, zip_uint64_t size, zip_source_cmd_t command);
    /// To be called after each failure: what was thrown goes before what libzip made of it.
    void rethrow() {
        if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
    }
};

zip_int64_t Feed::read(void* to, zip_uint64_t count) {
    try {
        if (source_at != at) source.seek(at);
        source_at = at;
        const std::size_t got = source.read(static_cast<char*>(to), count);
        at += got;
        source_at = at;
        return static_cast<zip_int64_t>(got);
    } catch (...) {
        thrown = std::current_exception();
        zip_error_set(&error, ZIP_ER_READ, 0);
        return -1;
    }
}

zip_int64_t Feed::answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
    switch (command) {
        case ZIP_SOURCE_OPEN:
            at = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return read(data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_STAT: {
            auto* stat = static_cast<zip_stat_t*>(data);
            zip_stat_init(stat);
            stat->size = size;
            stat->valid = ZIP_STAT_SIZE;
            return sizeof *stat;
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&error, data, length);
        case ZIP_SOURCE_SEEK: {
            const auto to = zip_source_seek_compute_offset(at, size, data, length, &error);
            if (to < 0) return -1;
            at = static_cast<std::uint64_t>(to);
            return 0;
        }
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(at);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                  ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                                  ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

zip_int64_t answer(void* feed, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    return static_cast<Feed*>(feed)->answer(data, length, command);
}

/// libzip has the day and time of packing as `time_t` by the clock of this machine; back the same way.
std::string local_day(std::time_t time) {
    std::tm parts{};
    if (::localtime_r(&time, &parts) == nullptr) return {};
    // The zero of DOS time and the first day it has are what packers write that know no time.
    if (parts.tm_year < 80 || (parts.tm_year == 80 && parts.tm_yday == 0)) return {};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return text;
}

class MemberSource final : public ByteSource {
 public:
    MemberSource(zip_t* zip, Feed& feed, std::uint64_t index, std::string name)
        : zip_(zip), feed_(feed), index_(index), name_(std::move(name)) {
        rewind();
    }
    ~MemberSource() override {
        if (file_ != nullptr) zip_fclose(file_);
    }

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return true; }
    void rewind() override;
    const std::string& name() const override { return name_; }

 private:
    zip_t* zip_;
    Feed& feed_;
    std::uint64_t index_;
    std::string name_;
    zip_file_t* file_ = nullptr;
};

std::size_t MemberSource::read(char* to, std::size_t size) {
    const zip_int64_t got = zip_fread(file_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    feed_.rethrow();
    refuse(name_, zip_file_get_error(file_));
}

void MemberSource::rewind() {
    if (file_ != nullptr) zip_fclose(std::exchange(file_, nullptr));
    file_ = zip_fopen_index(zip_, index_, 0);
    if (file_ != nullptr) return;
    feed_.rethrow();
    refuse(name_, zip_get_error(zip_));
}

}  // namespace

struct ZipFile::State {
    std::string name;
    Feed feed;
    zip_t* zip = nullptr;

    ~State() {
        if (zip != nullptr) zip_discard(zip);
    }
    const char* raw_name(std::uint64_t index) const;
};

const char* ZipFile::State::raw_name(std::uint64_t index) const {
    const char* raw = zip_get_name(zip, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr) refuse(name, zip_get_error(zip));
    return raw;
}

ZipFile::ZipFile(SeekableSource& source, std::string name, std::uint64_t max_members) {
    check_zip_directory(source, name, max_members);
    source.rewind();
    state_ = std::make_unique<State>(State{std::move(name), Feed{source, source.size()}});
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* feed = zip_source_function_create(answer, &state_->feed, &error);
    if (feed == nullptr) throw std::bad_alloc{};
    state_->zip = zip_open_from_source(feed, ZIP_RDONLY, &error);
    if (state_->zip == nullptr) {
        zip_source_free(feed);
        state_->feed.rethrow();
        refuse(state_->name, &error);
    }
    if (size() > max_members) refuse_members(state_->name, max_members);
}

ZipFile::~ZipFile() = default;

std::uint64_t ZipFile::size() const {
    return static_cast<std::uint64_t>(zip_get_num_entries(state_->zip, 0));
}

std::string ZipFile::shown_name(std::uint64_t index) const {
    const char* raw = state_->raw_name(index);
    try {
        return read_zip_name(raw, state_->name);
    } catch (const Error&) {
        return show_zip_name(raw);
    }
}

ZipMember ZipFile::member(std::uint64_t index) const {
    ZipMember member;
    member.name = read_zip_name(state_->raw_name(index), state_->name);
    zip_stat_t stat;
    if (zip_stat_index(state_->zip, index, 0, &stat) != 0) refuse(state_->name, zip_get_error(state_->zip));
    member.folder = member.name.ends_with('/');
    if (member.folder) member.name.pop_back();
    if ((stat.valid & ZIP_STAT_SIZE) != 0) member.size = stat.size;
    if ((stat.valid & ZIP_STAT_MTIME) != 0) member.modified = local_day(stat.mtime);
    return member;
}

std::unique_ptr<ByteSource> ZipFile::open(std::uint64_t index, const std::string& name) const {
    zip_stat_t stat;
    if (zip_stat_index(state_->zip, index, 0, &stat) != 0) refuse(name, zip_get_error(state_->zip));
    const bool locked =
        (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    if (!locked && (stat.valid & ZIP_STAT_COMP_METHOD) != 0 &&
        zip_compression_method_supported(stat.comp_method, 0) == 0) {
        const std::string method = std::to_string(stat.comp_method);
        throw Error{
            ErrorKind::input,
            name + ": この圧縮方式（" + method + "）は読めません。通常の zip で圧縮し直してください。",
            name + ": its method of compression (" + method + ") is not supported; pack it as a plain zip"};
    }
    return std::make_unique<MemberSource>(state_->zip, state_->feed, index, name);
}

bool ZipFile::is_document() const {
    if (zip_name_locate(state_->zip, "[Content_Types].xml", ZIP_FL_ENC_RAW) >= 0) return true;
    return size() > 0 && std::string_view{state_->raw_name(0)} == "mimetype";
}

}  // namespace daicho
