#include "tools/known_reference.hpp"

#include <atomic>

#include "registries/embedded/embedded_reference.hpp"
#include "registries/reference/registry_questions.hpp"
#include "registries/reference/registry_reference.hpp"

namespace daicho {

/// The compiled-in tables, and the memory that they were not enough.
class KnownReference::WithoutRegistry final : public ReferenceData {
 public:
    void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
              std::span<ReferenceAnswer> answers) const override {
        if (find_key_question(kind)) missed_ = true;
        embedded_reference().find(kind, keys, as_of, answers);
    }
    std::string_view text(std::string_view kind, std::string_view key,
                          std::string_view column) const override {
        if (find_text_question(kind, column)) missed_ = true;
        return embedded_reference().text(kind, key, column);
    }
    bool missed() const { return missed_; }

 private:
    mutable std::atomic<bool> missed_{false};
};

KnownReference::KnownReference(const Session& session) : session_(session) {
    const std::string path = session.registry.empty() ? usual_registry() : session.registry;
    if (path.empty()) {
        none_ = std::make_unique<WithoutRegistry>();
    } else {
        registry_ = registry_reference(path);
    }
}

KnownReference::~KnownReference() = default;

const ReferenceData& KnownReference::data() const {
    return registry_ ? *registry_ : *none_;
}

void KnownReference::tell_of_missing_registry() const {
    if (!none_ || !none_->missed()) return;
    session_.talk << session_.say(
        "台帳ファイルがないので、町字ID・郵便番号・座標などは照合していません（daicho build "
        "で作り、--registry "
        "で指定します）。\n",
        "There is no registry, so machiaza ids, postal codes, coordinates and the like were not checked "
        "(daicho build makes "
        "one, --registry names it).\n");
}

}  // namespace daicho
