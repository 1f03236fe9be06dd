#include "registries/sources/programme_keys.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

// Datasets that ministries and municipalities publish after two models of GIF. A dataset speaks of the
// programmes that it names: one that it lacks is no programme that went.
Source programmes_source() {
    return {
        .id = "programmes",
        .title = {"支援制度（各府省・地方公共団体）", "Support programmes"},
        .publisher = "各府省・地方公共団体",
        .url = "https://github.com/JDA-DM/GIF",
        .licence = "LicenseRef-of-the-file-given",
        .credit = "支援制度のデータ（各府省・地方公共団体）を加工して作成",
        .layouts =
            {
                {.table = "programme",
                 .model = "gif.administration.programme/Programme",
                 .key = {"制度所管組織", "制度番号", "タイトル（制度名）"},
                 .coverage = "programme_key",
                 .told_by = {"制度所管組織", "タイトル（制度名）", "概要"},
                 .derived =
                     {{"programme_key",
                       {"制度所管組織", "制度番号", "タイトル（制度名）"},
                       add_programme_key},
                      {"name_words", {"タイトル（制度名）", "サブタイトル（通称）"}, add_programme_words},
                      {"words",
                       {"タイトル（制度名）", "サブタイトル（通称）", "制度所管組織", "概要", "内容",
                        "対象者", "用途・対象物", "対象者条件", "根拠法令", "災害名", "キーワード",
                        "お困りごと", "サービス種別", "ステージとアクション", "事業ステージ", "標準産業分類"},
                       add_programme_words},
                      {"audiences", {"災害名", "対象者", "対象者条件", "概要"}, add_disaster_audiences},
                      {"areas", {"地域"}, add_programme_areas},
                      {"amount", {"給付上限額", "借入限度額"}, add_programme_amount},
                      {"opens", {"公募開始日"}, add_programme_day},
                      {"closes", {"公募終了日"}, add_programme_day},
                      {"withdrawn", {"公開終了日"}, add_programme_day}}},
                {.table = "municipal_programme",
                 .model = "municipal.support_program/SupportProgram",
                 .key = {"localGovernmentCode", "authority", "id", "title"},
                 .coverage = "programme_key",
                 .told_by = {"title", "authority"},
                 .derived = {{"programme_key",
                              {"localGovernmentCode", "authority", "id", "title"},
                              add_programme_key},
                             {"name_words", {"title", "subtitle"}, add_programme_words},
                             {"words",
                              {"title", "subtitle", "authority", "localGovernmentName", "kind", "summary",
                               "content", "audience", "legalBasis", "keyword"},
                              add_programme_words},
                             {"audiences", {"audience", "summary"}, add_programme_audiences},
                             {"areas",
                              {"region", "localGovernmentName", "localGovernmentCode"},
                              add_programme_areas},
                             {"opens", {"opensOn"}, add_programme_day},
                             {"closes", {"closesOn"}, add_programme_day}}},
            },
    };
}

}  // namespace daicho
