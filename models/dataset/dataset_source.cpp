#include "models/dataset/dataset_source.hpp"

#include "grammars/base/os.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

DatasetSource::DatasetSource(std::string shown_name, std::unique_ptr<ByteSource> from)
    : name(std::move(shown_name)), bytes(std::move(from)) {}
DatasetSource::DatasetSource(DatasetSource&&) noexcept = default;
DatasetSource& DatasetSource::operator=(DatasetSource&&) noexcept = default;
DatasetSource::~DatasetSource() = default;

DatasetSource file_source(const std::string& path) {
    return {path, std::make_unique<InputFile>(path)};
}

DatasetSource memory_source(std::string bytes, std::string name) {
    auto source = std::make_unique<MemorySource>(std::move(bytes), name);
    return {std::move(name), std::move(source)};
}

}  // namespace daicho
