//! The usual wordings of answers that give no value, in the United Kingdom.
//!
//! In a pattern, `a|b` is either word and `*` up to four words. Patterns are looked for in the order of the
//! groups: the ground of a refusal says more than that the information is not in one place.

use super::super::NoValue;

/// How sure a wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// It means this whatever numbers stand beside it.
    Always,
    /// It means this only where the phrase gives no quantity: "declined 5%", "736 not held in custody".
    Alone,
}

/// Wordings of one answer.
pub(super) struct Group {
    pub(super) answer: NoValue,
    pub(super) strength: Strength,
    pub(super) patterns: &'static [&'static str],
}

use Strength::{Alone, Always};

const fn group(answer: NoValue, strength: Strength, patterns: &'static [&'static str]) -> Group {
    Group { answer, strength, patterns }
}

/// In the order in which they are looked for.
pub(super) const GROUPS: &[Group] = &[
    group(
        NoValue::NeitherConfirmNorDeny,
        Always,
        &[
            "neither confirm|confirms|confirmed|confirming * deny|denies|denied|denying",
            "ncnd",
            "not|can't|cannot * confirm or|nor deny",
            "refuse|refuses|refused|decline|declines|declined to confirm or|nor deny",
        ],
    ),
    group(
        NoValue::CostLimit,
        Always,
        &[
            "cost|costs|appropriate|fees|fee limit|limits|ceiling",
            "section|s|sec 12",
            "s12|s12(1)",
            "limit * section|s 12",
            "too costly|expensive to",
        ],
    ),
    group(
        NoValue::DisproportionateCost,
        Always,
        &[
            "disproportionate cost|costs|expense|effort|burden|time|amount|resource|resources",
            "disproportionately costly|expensive|burdensome",
            "disproportionate to",
        ],
    ),
    group(
        NoValue::Exempt(None),
        Always,
        &[
            "exempt|exempted from disclosure|release|publication",
            "exemption|exemptions",
            "exempt|exempted|withheld|withhold|withholding|refused|redacted * under|by|pursuant section|sections|s|regulation",
            "information|data|figure|figures is|are|was exempt|exempted",
        ],
    ),
    group(
        NoValue::NotHeldCentrally,
        Always,
        &[
            "not|isn't|aren't|never * held|kept|collated|collected|recorded|stored|gathered|available|maintained centrally",
            "not|isn't|aren't centrally held|kept|collated|collected|recorded|stored|available",
            "no central record|records|register|list|log|database|collection",
            "no centrally held|collated|collected|recorded",
            "held|kept|recorded locally|regionally",
            "held|kept by|at|in|on individual|local|each",
            "require|requires|required|requiring|involve|involves|mean|necessitate|need * collating|collation|collate",
            "collating|collate|collation * databases|systems|records|sources|files|data|returns",
            "manual|manually search|review|trawl|examination|check|searching|reviewing|checking|exercise|interrogation|inspection|examining|trawling|extraction|collation",
            "search|searching|searched|review|reviewing|reviewed|check|checking|checked|examine|examining|trawl|trawling * manually",
            "search|searching|review|reviewing|check|checking|examine|examining|trawl|trawling|interrogate|interrogating|interrogation * individual|each|every * record|records|file|files|case|cases",
            "several|multiple|different|separate|various|numerous databases|systems",
            "not|isn't|aren't * held|recorded|stored|kept|available in|on a|one|any single|central|one",
            "not|isn't|aren't * held|recorded|stored|kept in one|single place|system|database",
        ],
    ),
    group(
        NoValue::NotHeld,
        Always,
        &[
            "information|data|figure|figures|detail|details|statistics|record|records|breakdown * not|isn't|aren't|never held|recorded|collected|kept|collated|captured|retained|maintained|gathered|compiled",
            "information|data|figure|figures|detail|details|statistics|record|records|breakdown * not|isn't|aren't * been|routinely|currently|separately|specifically held|recorded|collected|kept|collated|captured|retained",
            "not|doesn't|don't|didn't|does|do hold|record|collect|keep|capture|possess|retain|maintain * information|data|figures|statistics|records|record|details|estimates",
            "hold|holds|held|have|has no|any record|records|recorded|such|relevant information|data|records|record",
            "hold|holds|keep|keeps|collect|collects no information|data|record|records|figures|statistics",
            "no information|records|record|data|figures|statistics is|are|was|were held|recorded|kept|collected",
            "no recorded information",
            "no such information|record|records|data",
            "no information|records|record held",
            "not information|data * hold|holds|held|collect|collects|record|records",
        ],
    ),
    group(
        NoValue::NotYetPublished,
        Always,
        &[
            "not yet been|be published|released|available|finalised|completed",
            "not yet published|released|available|finalised|known|complete",
            "yet to be|have published|released|been",
            "will|shall|to be published|released",
            "will be made available|public",
            "due * published|publication|released|release",
            "awaiting|pending|ahead|scheduled publication|release",
            "scheduled for publication|release",
            "published|publish|publishing|released|release|available * in due course",
            "published|released * shortly|later|soon",
            "intended|intend|intends|intention|plans|plan for|to publish|release|future * publication|release|it|them|this|these",
            "publish|release later|shortly|soon|next",
        ],
    ),
    group(
        NoValue::Declined,
        Always,
        &[
            "decline|declines|declined|declining|refuse|refuses|refused|refusing|refusal to confirm|comment|say|provide|give|answer|disclose|discuss|specify|share|reveal|release|be|respond|put|state|quantify|elaborate|reply|supply|speculate",
            "no comment",
            "not|won't|wouldn't|don't|doesn't|didn't|can't|cannot comment|speculate|confirm|disclose|discuss|specify|reveal|share|elaborate|say",
            "not|wouldn't|won't be drawn",
            "not to comment|confirm|disclose|discuss|say|speculate|give|publish|reveal|specify",
            "not|won't|wouldn't|don't|doesn't|didn't * provide|give|publish|release|supply a|the|any|this|these|that|such|figures|details|information|numbers|data|routine",
            "not routinely|normally|usually comment|discuss|disclose",
            "unable|unwilling|declining|failed|fails to comment|confirm|provide|say|give|disclose|verify|answer|respond|reply|share|specify|supply",
            "not|didn't|has|have * respond|responded|replied|reply|answer|answered to",
            "not prepared|willing|able|in to|a * comment|confirm|provide|say|give|disclose|release|position",
            "no answer|response|reply was|were|has|had|given|received|to",
        ],
    ),
    group(
        NoValue::Suppressed,
        Always,
        &[
            "too small|few|low to be|publish|report|release|disclose|show|provide|display",
            "numbers|number|figures|counts|count * too small|low|few",
            "avoid|prevent|protect|protecting|preserve * identification|disclosure|identified|identifying|confidentiality|anonymity|identities|identity",
            "small|low numbers|number|counts|figures * suppressed|withheld|redacted",
            "disclosive",
        ],
    ),
    group(
        NoValue::BelowHalfUnit,
        Always,
        &[
            "less|below than|half half|the|a|of unit|final * unit|digit|shown",
            "less than half the|a|of",
            "rounds|rounded to zero|nought|nil",
        ],
    ),
    group(
        NoValue::NoneExists,
        Always,
        &[
            "no formal|official|specific|set|national|overall|numerical|numeric|statutory|such|current|fixed|particular|internal|agreed|public|explicit * target|targets|cap|caps|limit|quota|quotas|plan|plans|policy|strategy|timetable|deadline|threshold|ambition|goal|goals|milestones",
            "no target|targets|cap|quota|quotas|plan|plans|policy|strategy|timetable|deadline|goal|goals",
            "none exist|exists",
            "not|doesn't|don't|never * exist",
            "not|hasn't|haven't|doesn't|don't|never * have|has|set|got|been|adopt|use a|any|set|have|has|formal|specific * target|targets|quota|quotas|cap",
            "not|hasn't|haven't|doesn't|don't|never * set|have|has target|targets|quota|quotas",
            "without a|any|formal target|targets|cap|quota",
            "no assessment|estimate|estimates|analysis|evaluation|modelling has|have|was|were|been|made|exists",
            "not|hasn't|haven't * made|carried|undertaken|conducted|produced * assessment|estimate|estimates|analysis|evaluation",
            "made|makes|make|undertaken|conducted|produced no * assessment|estimate|estimates|analysis|evaluation",
        ],
    ),
    group(
        NoValue::NotHeldCentrally,
        Alone,
        &["not|isn't|aren't * centrally", "varies|vary by local|force|region"],
    ),
    group(
        NoValue::NotHeld,
        Alone,
        &[
            "not|isn't|aren't|never held|recorded|collected|kept|captured|collated|retained|monitored|counted|tracked",
            "not|isn't|aren't * routinely|currently|specifically|separately held|recorded|collected|kept|captured|collated|retained|monitored|counted",
            "not|isn't|aren't|hasn't|haven't been|being held|recorded|collected|kept|captured|collated|retained",
            "not|don't|doesn't * hold|collect|record|keep|monitor|count",
            "unrecorded",
        ],
    ),
    group(
        NoValue::Declined,
        Alone,
        &[
            "not|isn't|undisclosed disclosed|answered",
            "undisclosed",
            "unanswered",
            "declined|refused",
            "question * not * answered",
            "did|didn't not|answer answer",
            "not * confirm|confirmed",
        ],
    ),
    group(NoValue::Exempt(None), Alone, &["exempt|exempted", "redacted|withheld"]),
    group(NoValue::Suppressed, Alone, &["suppressed|suppression|confidential", "withheld"]),
    group(
        NoValue::NotApplicable,
        Alone,
        &["not applicable|relevant", "n a", "inapplicable", "does|doesn't not|apply apply", "doesn't apply"],
    ),
    group(
        NoValue::NotAvailable,
        Alone,
        &[
            "not|isn't|aren't|currently|no * available",
            "unavailable",
            "not|isn't|aren't known|stated|given|specified|provided|published|released|reported|supplied|identified|quantified|measured|established|determined|possible|complete",
            "not|hasn't|haven't|never been|be provided|published|released|given|supplied|quantified|made|reported|possible",
            "no one * know|knows|knew|say|says|tell|sure|certain",
            "nobody * know|knows|knew|say|says|tell|sure|certain",
            "not|no|don't|doesn't|didn't * recognise|recognises|recognised|recognize",
            "no idea",
            "unknown|unpublished|unspecified|unclear|unreported|tbc|tba",
            "to be confirmed|determined",
            "no data|figure|figures|information|statistics|estimate|estimates|breakdown|details|number|numbers|record|records|series",
            "no * data|figure|figures|statistics|estimate|estimates|breakdown|series",
            "cannot|can't|not * be|possible * determined|calculated|estimated|provided|given|identified|established|quantified|determine|calculate|estimate|say|provide|identify|quantify",
            "missing",
        ],
    ),
    group(NoValue::BelowHalfUnit, Alone, &["negligible"]),
    group(NoValue::NotYetPublished, Alone, &["not yet", "forthcoming", "pending", "awaited|awaiting"]),
];
