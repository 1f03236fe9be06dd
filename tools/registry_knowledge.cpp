#include "tools/registry_knowledge.hpp"

#include <ostream>

#include "tools/index_talk.hpp"

namespace daicho {

namespace {

Text sentence(MissingKnowledge missing) {
    switch (missing) {
        case MissingKnowledge::codes:
            return {"台帳ファイルがないので、町字ID・郵便番号・座標などは照合していません",
                    "There is no registry, so machiaza ids, postal codes, coordinates and the like were not "
                    "checked"};
        case MissingKnowledge::addresses:
            break;  // the places of municipalities are compiled in, and findings say how far an address is
                    // known
        case MissingKnowledge::corporations:
            return {
                "法人番号公表サイトの公表内容を含む台帳ファイルがないので、法人番号は検査用数字までしか調べて"
                "いません",
                "There is no registry with corporate numbers, so only their check digits were checked"};
        case MissingKnowledge::corporation_names:
            return {
                "法人名の索引を含む台帳ファイルがないので、法人番号は補いません",
                "There is no registry with an index of corporate names, so no corporate number is filled"};
    }
    return {};
}

}  // namespace

KnowledgeOptions registry_options(const Session& session) {
    KnowledgeOptions options;
    if (!session.registry.empty()) options.registry = session.registry;
    const IndexTalk talk = index_talk(session);
    options.say = talk.say;
    options.progress = talk.progress;
    return options;
}

std::uint32_t missing_bits(const Knowledge& knowledge) {
    std::uint32_t bits = 0;
    for (const MissingKnowledge missing : knowledge.missing()) bits |= 1u << static_cast<unsigned>(missing);
    return bits;
}

void warn_missing(const Knowledge& knowledge, const Session& session) {
    warn_missing(missing_bits(knowledge), session);
}

void warn_missing(std::uint32_t bits, const Session& session) {
    for (unsigned i = 0; bits >> i != 0; ++i) {
        const auto missing = static_cast<MissingKnowledge>(i);
        if ((bits >> i & 1) == 0 || missing == MissingKnowledge::addresses) continue;
        session.talk << sentence(missing).in(session.language)
                     << session.say("（daicho build で作り、--registry で指定します）。\n",
                                    " (daicho build makes one, --registry names it).\n");
    }
}

}  // namespace daicho
