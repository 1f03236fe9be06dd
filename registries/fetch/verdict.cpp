#include "registries/fetch/verdict.hpp"

#include <charconv>
#include <string>

namespace daicho {

namespace {

struct TroubleWords {
    HttpTrouble trouble;
    Step step;
    Text reason;
    Text advice;
    bool detailed = false;  // what the library says of it helps
};

constexpr TroubleWords troubles[] = {
    {HttpTrouble::no_such_host,
     Step::give_up,
     {"サーバーの名前が分かりません", "the name of the server is not known here"},
     {"ネットワークとアドレス、プロキシーの設定（https_proxy）を確かめてください",
      "check the network, the address and the proxy (https_proxy)"},
     true},
    {HttpTrouble::no_connection,
     Step::retry,
     {"サーバーに接続できません", "no connection to the server"},
     {"ネットワークとプロキシーの設定（https_proxy）を確かめてください",
      "check the network and the proxy (https_proxy)"},
     true},
    {HttpTrouble::cut,
     Step::retry,
     {"接続が途中で切れました", "the connection was cut"},
     {"もう一度実行すると、届いたところから続けます", "run it again: it goes on from where it was cut"}},
    {HttpTrouble::stalled,
     Step::retry,
     {"サーバーからの応答が止まりました", "the server sends nothing, or too slowly"},
     {"もう一度実行すると、届いたところから続けます", "run it again: it goes on from where it stopped"}},
    {HttpTrouble::certificate,
     Step::give_up,
     {"サーバーの証明書を確かめられません", "the certificate of the server cannot be verified"},
     {"この計算機の時計と認証局の証明書（Debian: ca-certificates）を確かめてください",
      "check the clock of this computer and its certificates (Debian: ca-certificates)"},
     true},
    {HttpTrouble::redirections,
     Step::give_up,
     {"転送先をたどれません（回数が多すぎるか、http・https でないアドレスです）",
      "cannot follow its redirections (too many, or to another scheme)"},
     {}},
    {HttpTrouble::other, Step::give_up, {"通信に失敗しました", "the transfer failed"}, {}, true},
};

struct StatusWords {
    int first;
    int last;
    Step step;
    Text reason;
    Text advice;
};

constexpr Text moved = {
    "アドレスが変わったようです。配布ページで新しいアドレスを調べ、取得先の一覧に書いてください",
    "the address seems to have moved; find the new one on the page of the publisher and name it "
    "in a list of addresses"};
constexpr Text later = {"しばらくしてから、もう一度実行してください", "run it again later"};

// The first line that fits is taken.
constexpr StatusWords statuses[] = {
    {401, 401, Step::give_up, {"サーバーが認証を求めています", "the server asks for a login"}, {}},
    {403,
     403,
     Step::give_up,
     {"サーバーが取得を断りました", "the server refuses"},
     {"配布ページからブラウザーで保存してください", "save it from the page of the publisher with a browser"}},
    {404,
     404,
     Step::give_up,
     {"そのアドレスにファイルがありません", "there is no file at this address"},
     moved},
    {410, 410, Step::give_up, {"ファイルは取り下げられました", "the file was taken away"}, moved},
    {407, 407, Step::give_up, {"プロキシーが認証を求めています", "the proxy asks for a login"}, {}},
    {408, 408, Step::retry, {"サーバーがタイムアウトしました", "the server timed out"}, later},
    {429,
     429,
     Step::retry,
     {"サーバーが間隔を空けるよう求めています", "the server asks for fewer questions"},
     later},
    {500, 599, Step::retry, {"サーバーの側の誤りです", "the server has failed"}, later},
    {0, 999, Step::give_up, {"サーバーが応じません", "the server does not give it"}, {}},
};

constexpr Text no_fit = {"サーバーが送った続きが前の部分と一致しません",
                         "the rest that the server sends does not match the first part"};

BothTexts both(const Text& text) {
    return {std::string{text.ja}, std::string{text.en}};
}

/// What Retry-After asks for: seconds, or a time by the clock of the server.
std::optional<std::uint64_t> wait_of(const HttpHead& head) {
    std::uint64_t seconds = 0;
    const char* const end = head.retry_after.data() + head.retry_after.size();
    const auto [read, error] = std::from_chars(head.retry_after.data(), end, seconds);
    if (error == std::errc() && read == end) return seconds;
    const auto when = http_time(head.retry_after), now = http_time(head.date);
    if (!when || !now) return std::nullopt;
    return *when > *now ? static_cast<std::uint64_t>(*when - *now) : 0;
}

Verdict judge_trouble(const HttpOutcome& outcome) {
    for (const TroubleWords& words : troubles) {
        if (words.trouble != outcome.trouble) continue;
        Verdict verdict{words.step, both(words.reason), both(words.advice), {}};
        if (words.detailed && !outcome.detail.empty()) {
            verdict.reason.ja += "（" + outcome.detail + "）";
            verdict.reason.en += " (" + outcome.detail + ")";
        }
        return verdict;
    }
    return {};
}

Verdict judge_status(const HttpHead& head, bool conditional) {
    if (head.status == 304 && conditional) return {Step::unchanged, {}, {}, {}};
    if (head.status == 416) return {Step::ask_anew, both(no_fit), both(later), {}};
    for (const StatusWords& words : statuses) {
        if (head.status < words.first || head.status > words.last) continue;
        Verdict verdict{words.step, both(words.reason), both(words.advice), {}};
        verdict.reason.ja += "（HTTP " + std::to_string(head.status) + "）";
        verdict.reason.en += " (HTTP " + std::to_string(head.status) + ")";
        if (words.step == Step::retry) verdict.wait = wait_of(head);
        return verdict;
    }
    return {};
}

}  // namespace

Verdict judge(const HttpOutcome& outcome, const PartTaker& taker, bool conditional) {
    switch (taker.kind()) {
        case AnswerKind::fault:
            return {Step::give_up, taker.fault(), {}, {}};
        case AnswerKind::misfit:
            return {Step::ask_anew, both(no_fit), both(later), {}};
        case AnswerKind::refusal:
            return judge_status(outcome.head, conditional);
        case AnswerKind::body:
        case AnswerKind::none:
            break;
    }
    if (outcome.trouble == HttpTrouble::none) return {Step::settle, {}, {}, {}};
    return judge_trouble(outcome);
}

}  // namespace daicho
