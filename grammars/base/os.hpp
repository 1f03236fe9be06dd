#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

/// The only place that talks to the operating system.
namespace daicho {

/// Where bytes come from.
class ByteSource {
 public:
    virtual ~ByteSource() = default;
    /// Reads up to `size` bytes; 0 only at the end. Throws Error.
    virtual std::size_t read(char* to, std::size_t size) = 0;
    /// Can be read again from the start.
    virtual bool rewindable() const = 0;
    virtual void rewind() = 0;
    /// Its name in messages.
    virtual const std::string& name() const = 0;
};

/// A source in which one can go anywhere, where `rewindable` says so.
class SeekableSource : public ByteSource {
 public:
    /// Number of its bytes. Throws Error.
    virtual std::uint64_t size() = 0;
    /// The next byte that is read is that at `offset`; behind the end nothing is read. Throws Error.
    virtual void seek(std::uint64_t offset) = 0;
    void rewind() override { seek(0); }
};

/// A file that is read from front to back; "-" is standard input. Throws Error where it cannot be opened.
class InputFile final : public SeekableSource {
 public:
    explicit InputFile(const std::string& path);
    ~InputFile() override;
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return rewindable_; }
    std::uint64_t size() override;
    void seek(std::uint64_t offset) override;
    const std::string& name() const override { return name_; }

 private:
    std::string name_;
    int fd_ = -1;
    bool owned_ = true;
    bool rewindable_ = false;
};

/// Makes any source readable a second time: what is read is kept, in memory up to 1 MiB, beyond that in a
/// temporary file without a name (in $TMPDIR or /tmp), which goes when this does. After `rewind` comes first
/// what was kept, then the rest of the source; `size` reads it to its end.
class SpooledSource final : public SeekableSource {
 public:
    explicit SpooledSource(ByteSource& source) : source_(source) {}
    explicit SpooledSource(std::unique_ptr<ByteSource> source)
        : owned_(std::move(source)), source_(*owned_) {}
    ~SpooledSource() override;
    SpooledSource(const SpooledSource&) = delete;
    SpooledSource& operator=(const SpooledSource&) = delete;

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return true; }
    std::uint64_t size() override;
    void seek(std::uint64_t offset) override;
    const std::string& name() const override { return source_.name(); }

 private:
    void keep(const char* bytes, std::size_t size);

    std::unique_ptr<ByteSource> owned_;
    ByteSource& source_;
    std::string memory_;  ///< the first part
    int fd_ = -1;         ///< the part behind it
    std::uint64_t kept_ = 0;
    std::uint64_t at_ = 0;  ///< next byte to give
};

/// A temporary file without a name (in $TMPDIR or /tmp), which goes when this does: for libraries that write
/// files by their names.
class NamelessFile {
 public:
    /// `name` stands for it in messages. Throws Error.
    explicit NamelessFile(const std::string& name);
    ~NamelessFile();
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    /// By which this process can open it.
    std::string path() const;
    /// Reads what is in it from the front; 0 at the end. Throws Error.
    std::size_t read(char* to, std::size_t size);

 private:
    std::string name_;
    int fd_;
    std::uint64_t at_ = 0;
};

/// A file that appears under its name only when `commit` has succeeded: it is written beside and renamed.
/// Without `commit` nothing is left behind. "-" is standard output, written straight through.
class OutputFile {
 public:
    explicit OutputFile(const std::string& path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Throws Error. When the reader of standard output has gone, the rest is dropped silently.
    void write(std::string_view bytes);
    void commit();
    /// The reader of standard output has gone.
    bool closed() const { return closed_; }

 private:
    std::string path_;
    std::string temporary_;  ///< empty where the target is written directly (standard output, a device)
    int fd_ = -1;
    bool owned_ = true;
    bool closed_ = false;
};

/// From now on a reader that went away shows as an error of `write` and does not end the process.
void ignore_broken_pipes();
/// From now on a file that would grow beyond the limit of the process (`ulimit -f`) shows as an error of
/// `write` and does not end the process.
void ignore_file_size_signals();

/// Standard streams that a person looks at.
bool is_terminal(int fd);
/// Columns of the terminal at `fd`; 80 where that is not known.
unsigned terminal_width(int fd);
/// Threads that this process may run at a time, at least 1.
unsigned hardware_threads();

/// Reads a whole file. Throws Error.
std::string read_file(const std::string& path);

}  // namespace daicho
