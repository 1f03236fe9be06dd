#include "tools/held_text.hpp"

#include "grammars/base/os.hpp"
#include "grammars/base/os_growing_file.hpp"
#include "tools/scratch_name.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_in_memory = std::size_t{1} << 20;

}  // namespace

HeldText::HeldText() = default;
HeldText::~HeldText() = default;

void HeldText::add(std::string_view text) {
    text_.append(text);
    if (text_.size() < most_in_memory) return;
    if (!file_) {
        name_ = std::make_unique<ScratchName>("daicho-report");
        file_ = std::make_unique<GrowingFile>(name_->name(), 0);
    }
    file_->append(text_);
    text_.clear();
}

void HeldText::tell(std::ostream& out) {
    if (file_) {
        InputFile file(name_->name());
        std::string bytes(most_in_memory, '\0');
        while (const std::size_t got = file.read(bytes.data(), bytes.size())) {
            out.write(bytes.data(), static_cast<std::streamsize>(got));
        }
    }
    out << text_;
    text_.clear();
    file_.reset();
    name_.reset();
}

}  // namespace daicho
