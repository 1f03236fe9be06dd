#include "registries/knowledge/knowledge.hpp"

#include <atomic>
#include <mutex>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/values/address_resolver.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/corporation_reference.hpp"
#include "models/engine/corporation_search.hpp"
#include "models/engine/reference_data.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/embedded/embedded_reference.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/reference/indexed_addresses.hpp"
#include "registries/reference/registered_corporations.hpp"
#include "registries/reference/registered_names.hpp"
#include "registries/reference/registry_questions.hpp"
#include "registries/reference/registry_reference.hpp"
#include "registries/reference/shared_address_index.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

/// The compiled-in names of places, read when the first one is asked for: most runs never ask.
class PlacesOnDemand final : public AddressResolver {
 public:
    std::vector<Place> resolve(std::string_view text) const override {
        return embedded_resolver().resolve(text);
    }
    std::size_t municipality_size(std::string_view text) const override {
        return embedded_resolver().municipality_size(text);
    }
    bool is_city_and_county(std::string_view text) const override {
        return embedded_resolver().is_city_and_county(text);
    }
};

/// What is compiled in, and the memory that it was not enough.
class CodesWithoutRegistry final : public ReferenceData {
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

/// The addresses of a registry, from an index that is opened when the first one is asked for.
class AddressesOnDemand final : public AddressReference {
 public:
    AddressesOnDemand(std::string registry, IndexTalk talk)
        : registry_(std::move(registry)), talk_(std::move(talk)) {}

    bool is_there() const override { return matcher() != nullptr; }
    LocatedAddress locate(std::string_view text, std::string_view municipality) const override {
        const AddressMatcher* known = matcher();
        return known ? locate_address(*known, text, municipality) : LocatedAddress{};
    }
    const AddressMatcher* matcher() const {
        std::call_once(once_, [&] {
            if (!registry_.empty()) index_ = shared_address_index(registry_, talk_);
            if (index_) matcher_.emplace(*index_);
        });
        if (!matcher_) missed_ = true;
        return matcher_ ? &*matcher_ : nullptr;
    }
    bool missed() const { return missed_; }

 private:
    std::string registry_;
    IndexTalk talk_;
    mutable std::once_flag once_;
    mutable std::shared_ptr<const AddressIndex> index_;
    mutable std::optional<AddressMatcher> matcher_;
    mutable std::atomic<bool> missed_{false};
};

/// The register of corporations, opened when the first number is asked for.
class CorporationsOnDemand final : public CorporationReference {
 public:
    explicit CorporationsOnDemand(std::string registry) : registry_(std::move(registry)) {}

    KnownCorporation find(std::string_view number, std::string_view as_of) const override {
        const CorporationReference* known = corporations();
        return known ? known->find(number, as_of) : KnownCorporation{};
    }
    FormerCorporation former(std::string_view number, std::string_view as_of) const override {
        const CorporationReference* known = corporations();
        return known ? known->former(number, as_of) : FormerCorporation{};
    }
    bool covers(std::string_view prefecture) const override {
        const CorporationReference* known = corporations();
        return known && known->covers(prefecture);
    }
    std::vector<std::string> repairs(std::string_view digits) const override {
        const CorporationReference* known = corporations();
        return known ? known->repairs(digits) : std::vector<std::string>{};
    }
    bool missed() const { return missed_; }

 private:
    const CorporationReference* corporations() const {
        std::call_once(once_, [&] {
            if (!registry_.empty()) corporations_ = registered_corporations(registry_);
        });
        if (!corporations_) missed_ = true;
        return corporations_.get();
    }

    std::string registry_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<CorporationReference> corporations_;
    mutable std::atomic<bool> missed_{false};
};

/// The index of names of corporations, opened when the first one is searched.
class NamesOnDemand final : public CorporationSearch {
 public:
    NamesOnDemand(std::string registry, const AddressesOnDemand& addresses)
        : registry_(std::move(registry)), addresses_(addresses) {}

    bool is_there() const override { return names() != nullptr; }
    FoundCorporation search(const SoughtCorporation& sought) const override {
        const CorporationSearch* known = names();
        return known ? known->search(sought) : FoundCorporation{};
    }

 private:
    const CorporationSearch* names() const {
        std::call_once(once_, [&] {
            if (!registry_.empty()) names_ = registered_names(registry_, addresses_.matcher());
        });
        return names_.get();
    }

    std::string registry_;
    const AddressesOnDemand& addresses_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<CorporationSearch> names_;
};

using FileNumber = std::pair<std::uint64_t, std::uint64_t>;

FileNumber number_of(const std::string& path) {
    const auto facts = path.empty() ? std::nullopt : file_facts(path);
    return facts ? facts->number : FileNumber{};
}

}  // namespace

struct Knowledge::State {
    State(std::string path, IndexTalk talk)
        : registry(std::move(path)),
          number(number_of(registry)),
          addresses(registry, std::move(talk)),
          corporations(registry),
          names(registry, addresses) {
        if (!registry.empty()) {
            pool.emplace(registry);
            codes = registry_reference(registry);
            characters = registry_characters(registry);
        }
        const ReferenceData* known = codes ? codes.get() : &without_registry;
        sources = {&places, known, &addresses, &corporations, &names, characters.get()};
    }

    std::string registry;
    FileNumber number;
    PlacesOnDemand places;
    CodesWithoutRegistry without_registry;
    std::unique_ptr<ReferenceData> codes;
    AddressesOnDemand addresses;
    CorporationsOnDemand corporations;
    NamesOnDemand names;
    std::unique_ptr<CharacterAuthority> characters;
    mutable std::optional<RegistryPool> pool;
    KnowledgeSources sources;
};

Knowledge::Knowledge(std::string registry, Talk talk)
    : state_(std::make_unique<State>(std::move(registry), IndexTalk{std::move(talk), {}})) {}

Knowledge::~Knowledge() = default;

const KnowledgeSources& Knowledge::sources() const {
    return state_->sources;
}

LookupAnswer Knowledge::look_up(std::string_view kind, std::string_view query, LookupContext context) const {
    const LookupKind* known = find_lookup_kind(kind);
    if (!known) {
        const std::string name{kind};
        throw Error{ErrorKind::usage, "「" + name + "」という種類の検索はありません",
                    "there is no kind of lookup named '" + name + "'"};
    }
    const bool asks_addresses = known->asks_addresses || !context.corporations.address.empty();
    if (asks_addresses) context.addresses = state_->addresses.matcher();
    if (!known->asks_registry || !state_->pool) return ::daicho::look_up(*known, query, context);
    const auto registry = state_->pool->borrow();
    context.registry = &*registry;
    return ::daicho::look_up(*known, query, context);
}

MissingKnowledge Knowledge::missing() const {
    return {state_->without_registry.missed(), state_->addresses.missed(), state_->corporations.missed()};
}

bool Knowledge::is_outdated() const {
    return number_of(state_->registry) != state_->number;
}

}  // namespace daicho
