#include "grammars/base/byte_sink.hpp"

#include "grammars/base/os.hpp"

namespace daicho {

namespace {

class FileSink final : public ByteSink {
 public:
    explicit FileSink(const std::string& path) : file_(path) {}
    void write(std::string_view bytes) override { file_.write(bytes); }
    void commit() override { file_.commit(); }

 private:
    OutputFile file_;
};

class MemorySink final : public ByteSink {
 public:
    explicit MemorySink(std::string& bytes) : bytes_(bytes) {}
    void write(std::string_view bytes) override { bytes_ += bytes; }
    void commit() override {}

 private:
    std::string& bytes_;
};

}  // namespace

std::unique_ptr<ByteSink> file_sink(const std::string& path) {
    return std::make_unique<FileSink>(path);
}

std::unique_ptr<ByteSink> memory_sink(std::string& bytes) {
    return std::make_unique<MemorySink>(bytes);
}

}  // namespace daicho
