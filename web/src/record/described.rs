//! Every kind of record, and the fields that a study and an option have besides their lists.

use deelsom_language::codes::{
    BASES, CERTAINTIES, DECISIONS, EXIT_RULES, FORMS, KINDS, MEASURES, PRICE_MODES, STATUSES, VATS,
};
use deelsom_language::words::{button, editing, field, table as head, way};

use super::Kind::{
    Amount, Amounts, ByPartner, Code, Cost, End, Flag, InPost, Key, Long, Many, Maybe, MaybeCode, Names,
    Number, One, Optional, Origin, Payer, Post, Ramp, Rule, Scale, Typed, Within,
};
use super::{Item, Of, Record, item};
use crate::state::Reads;

const NAME: Item = item("name", field::NAME, Typed(Reads::Text));
const ORIGIN: Item = item("", field::SOURCE, Origin);
const FROM_SOURCE: Item = item("source", field::SOURCE, Maybe(Of::Sources));
const STATUS: Item = item("status", field::STATUS, MaybeCode(STATUSES));
const CARRIES_VAT: Item = item("carries_vat", field::CARRIES_VAT, Flag);
const FORM: Item = item("form", field::FORM, Code(FORMS));
const MEMBER_NAMES: Item = item("members", field::MEMBERS, Names);
const MEMBERS: Item = item("members", field::MEMBERS, Many(Of::Partners));
const HOST: Item = item("host", field::HOST, Maybe(Of::Partners));
const BASIS: Item = item("basis", field::BASIS, MaybeCode(BASES));
const VAT: Item = item("vat", field::VAT, MaybeCode(VATS));
const PAYER: Item = item("key", field::BEARER, Payer);
const PER_PARTNER: Item = item("per_partner", field::PER_PARTNER, Flag);
const FTE: Item = item("fte", field::FTE, Typed(Reads::Fte));
const OF_SERVICE: Item = item("service", field::SERVICE, One(Of::Services));

pub(crate) const STUDY_FIELDS: &[Item] = &[
    item("title", field::TITLE, Typed(Reads::Text)),
    item("summary", field::SUMMARY, Long),
    item("period/first_year", field::FIRST_YEAR, Typed(Reads::Whole)),
    item("period/years", field::YEARS, Typed(Reads::Whole)),
    item("prices/mode", field::PRICES, MaybeCode(PRICE_MODES)),
    item("prices/base_year", field::BASE_YEAR, Optional(Reads::Whole)),
    item("nulmeting/basis", field::MEASURED, MaybeCode(MEASURES)),
    item("nulmeting/external_hire_included", field::EXTERNAL_HIRE, Flag),
];

pub(crate) const SOURCE: &Record = &Record {
    add: button::ADD_SOURCE,
    new: editing::NEW_SOURCE,
    copied: true,
    columns: &[
        item("title", field::TITLE, Typed(Reads::Text)),
        item("date", field::DATE, Optional(Reads::Text)),
        item("url", field::LINK, Optional(Reads::Text)),
    ],
    more: &[],
};

pub(crate) const PARTNER: &Record = &Record {
    add: button::ADD_PARTNER,
    new: editing::NEW_PARTNER,
    copied: true,
    columns: &[
        NAME,
        item("inhabitants", field::INHABITANTS, Typed(Reads::Whole)),
        item("general_grant", field::GENERAL_GRANT, Optional(Reads::Amount)),
        item("budget", field::BUDGET, Optional(Reads::Amount)),
        ORIGIN,
    ],
    more: &[
        item("growth", field::GROWTH, Optional(Reads::Percent)),
        item("recoverable_vat", field::RECOVERABLE_VAT, Optional(Reads::Percent)),
        FROM_SOURCE,
        STATUS,
    ],
};

pub(crate) const SERVICE: &Record = &Record {
    add: button::ADD_SERVICE,
    new: editing::NEW_SERVICE,
    copied: true,
    columns: &[NAME, item("kind", field::KIND, MaybeCode(KINDS))],
    more: &[],
};

pub(crate) const UNIT: &Record = &Record {
    add: editing::ADD_UNIT,
    new: editing::NEW_UNIT,
    copied: true,
    columns: &[NAME, FORM, MEMBER_NAMES],
    more: &[MEMBERS, HOST, item("key", field::KEY, Key), BASIS, VAT],
};

pub(crate) const POST: &Record = &Record {
    add: button::ADD_POST,
    new: editing::NEW_POST,
    copied: true,
    columns: &[
        item("role", head::ROLE, Typed(Reads::Text)),
        item("unit", field::UNIT, One(Of::Units)),
        item("scale", field::SCALE, Scale),
        item("cost_per_fte", field::COST_PER_FTE, Cost),
        item("fte", field::ESTABLISHMENT, Typed(Reads::Fte)),
        item("in_post", field::IN_POST, InPost),
        ORIGIN,
    ],
    more: &[OF_SERVICE, FROM_SOURCE, STATUS],
};

pub(crate) const DEPARTURE: &Record = &Record {
    add: editing::ADD_DEPARTURE,
    new: editing::NEW_POST,
    copied: true,
    columns: &[
        item("", field::ROLE, Post),
        item("month", field::DEPARTURE_MONTH, Typed(Reads::Month)),
        FTE,
        ORIGIN,
    ],
    more: &[FROM_SOURCE, STATUS],
};

pub(crate) const RUNNING_COST: &Record = &Record {
    add: editing::ADD_RUNNING_COST,
    new: editing::NEW_COST,
    copied: true,
    columns: &[
        NAME,
        item("unit", field::UNIT, One(Of::Units)),
        item("service", field::SERVICE, Maybe(Of::Services)),
        item("amount", field::AMOUNT_PER_YEAR, Amount),
        ORIGIN,
    ],
    more: &[CARRIES_VAT, FROM_SOURCE, STATUS, item("amounts", field::AMOUNT, Amounts)],
};

pub(crate) const VOLUME: &Record = &Record {
    add: editing::ADD_VOLUME,
    new: editing::NEW_VOLUME,
    copied: true,
    columns: &[NAME, OF_SERVICE, item("by_partner", field::VOLUME, ByPartner(Reads::Number)), ORIGIN],
    more: &[FROM_SOURCE, STATUS],
};

pub(crate) const OPTION_FIELDS: &[Item] = &[
    NAME,
    item("freeze", field::FREEZE, Optional(Reads::Month)),
    item("transition/years", field::TRANSITION_YEARS, Optional(Reads::Years)),
    item("guarantee/max_disadvantage_per_inhabitant", field::GUARANTEE, Optional(Reads::Amount)),
    VAT,
    item("exit/rule", field::EXIT_RULE, MaybeCode(EXIT_RULES)),
    STATUS,
    FROM_SOURCE,
];

/// A number to give a range is picked besides.
pub(crate) const RANGE: &Record = &Record {
    add: editing::ADD_RANGE,
    new: editing::ADD_RANGE,
    copied: false,
    columns: &[
        item("path", editing::NUMBER_OF_STUDY, Number),
        item("low", field::LOW, End),
        item("high", field::HIGH, End),
    ],
    more: &[],
};

/// Options stand in no table.
pub(crate) const OPTION: &Record =
    &Record { add: button::ADD_OPTION, new: editing::NEW_OPTION, copied: true, columns: &[NAME], more: &[] };

pub(crate) const OPTION_UNIT: &Record = &Record {
    add: editing::ADD_UNIT,
    new: editing::NEW_UNIT,
    copied: true,
    columns: &[NAME, FORM, MEMBER_NAMES],
    more: &[MEMBERS, HOST, BASIS],
};

pub(crate) const MOVE: &Record = &Record {
    add: button::ADD_MOVE,
    new: editing::NEW_SERVICE,
    copied: true,
    columns: &[
        OF_SERVICE,
        item("month", field::START_MONTH, Typed(Reads::Month)),
        item("to", field::TO, Names),
        item("staffing", field::STAFFING_RULE, Rule),
    ],
    more: &[
        item("to", field::TO, Many(Of::Targets)),
        item("running_cost_saving", field::RUNNING_COST_SAVING, Optional(Reads::Percent)),
        item("surplus_after_months", field::SURPLUS_AFTER, Optional(Reads::Whole)),
        item("ramp", field::RAMP, Ramp),
        item("split", field::SPLIT, ByPartner(Reads::Percent)),
        item("staffing/posts", editing::TARGET_POSTS, Within(ROLE_OUTRIGHT)),
    ],
};

pub(super) const ROLE_OUTRIGHT: &Record = &Record {
    add: editing::ADD_ROLE,
    new: editing::NEW_POST,
    copied: false,
    columns: &[
        item("role", head::ROLE, Typed(Reads::Text)),
        FTE,
        item("scale", field::SCALE, Scale),
        item("cost_per_fte", field::COST_PER_FTE, Optional(Reads::Amount)),
        item("unit", editing::ONLY_IN, Maybe(Of::Targets)),
        item("fixed", editing::FIXED_POST, Flag),
    ],
    more: &[],
};

pub(crate) const ONE_OFF: &Record = &Record {
    add: button::ADD_ONE_OFF,
    new: editing::NEW_COST,
    copied: true,
    columns: &[
        NAME,
        item("month", field::MONTH, Typed(Reads::Month)),
        item("months", field::MONTHS, Optional(Reads::Whole)),
        item("amount", field::AMOUNT, Typed(Reads::Amount)),
        item("certainty", field::CERTAINTY, MaybeCode(CERTAINTIES)),
        ORIGIN,
    ],
    more: &[PAYER, PER_PARTNER, CARRIES_VAT, FROM_SOURCE, STATUS],
};

pub(crate) const RECURRING: &Record = &Record {
    add: button::ADD_RECURRING,
    new: editing::NEW_COST,
    copied: true,
    columns: &[
        NAME,
        item("from", field::FROM, Typed(Reads::Month)),
        item("until", field::UNTIL, Optional(Reads::Month)),
        item("amount", field::AMOUNT_PER_YEAR, Typed(Reads::Amount)),
        ORIGIN,
    ],
    more: &[
        PAYER,
        PER_PARTNER,
        CARRIES_VAT,
        item("unspecified", field::UNSPECIFIED, Flag),
        FROM_SOURCE,
        STATUS,
    ],
};

pub(crate) const OUT_OF_SCOPE: &Record = &Record {
    add: way::ADD_OUT_OF_SCOPE,
    new: way::NEW_OUT_OF_SCOPE,
    copied: true,
    columns: &[NAME, item("reason", field::REASON, Typed(Reads::Text)), ORIGIN],
    more: &[FROM_SOURCE, STATUS],
};

/// What a score can be.
pub(crate) const SCALE_FIELDS: &[Item] = &[
    item("scale/low", way::LOWEST, Optional(Reads::Number)),
    item("scale/high", way::HIGHEST, Optional(Reads::Number)),
];

pub(crate) const CRITERION: &Record = &Record {
    add: way::ADD_CRITERION,
    new: way::NEW_CRITERION,
    copied: true,
    columns: &[
        NAME,
        item("weight", way::WEIGHT, Optional(Reads::Number)),
        item("money", way::ABOUT_MONEY, Flag),
        ORIGIN,
    ],
    more: &[FROM_SOURCE, STATUS],
};

pub(crate) const SCORE: &Record = &Record {
    add: way::ADD_SCORE,
    new: way::NEW_SCORE,
    copied: true,
    columns: &[
        item("option", way::OF_OPTION, Maybe(Of::Options)),
        item("service", way::AS_A_WHOLE, Maybe(Of::Services)),
        item("criterion", way::CRITERION, One(Of::Criteria)),
        item("score", way::SCORE, Typed(Reads::Number)),
        item("by", way::GIVEN_BY, Typed(Reads::Text)),
        item("date", way::GIVEN_ON, Typed(Reads::Text)),
    ],
    more: &[item("reason", field::REASON, Optional(Reads::Text)), FROM_SOURCE, STATUS],
};

pub(crate) const PHASE: &Record = &Record {
    add: way::ADD_PHASE,
    new: way::NEW_PHASE,
    copied: true,
    columns: &[
        NAME,
        item("from", field::FROM, Typed(Reads::Month)),
        item("until", field::UNTIL, Typed(Reads::Month)),
        item("option", way::FOR_OPTION, Maybe(Of::Options)),
        ORIGIN,
    ],
    more: &[
        item("summary", way::DELIVERS, Long),
        FROM_SOURCE,
        STATUS,
        item("decisions", way::DECISIONS, Within(DECISION)),
    ],
};

const DECISION: &Record = &Record {
    add: way::ADD_DECISION,
    new: way::NEW_DECISION,
    copied: true,
    columns: &[
        NAME,
        item("kind", way::DECIDES, Code(DECISIONS)),
        item("month", field::MONTH, Typed(Reads::Month)),
        item("by", way::OF_PARTNERS, Many(Of::Partners)),
    ],
    more: &[],
};

pub(crate) const EFFORT: &Record = &Record {
    add: way::ADD_EFFORT,
    new: way::NEW_EFFORT,
    copied: true,
    columns: &[
        NAME,
        item("partner", head::PARTNER, One(Of::Partners)),
        item("from", field::FROM, Typed(Reads::Month)),
        item("until", field::UNTIL, Typed(Reads::Month)),
        item("hours", way::HOURS, Typed(Reads::Number)),
        item("tariff", way::TARIFF, Optional(Reads::Amount)),
        ORIGIN,
    ],
    more: &[FROM_SOURCE, STATUS],
};

pub(crate) const OUTTURN: &Record = &Record {
    add: way::ADD_OUTTURN,
    new: way::ADD_OUTTURN,
    copied: true,
    columns: &[
        item("year", head::YEAR, Typed(Reads::Whole)),
        item("option", way::OF_OPTION, Maybe(Of::Options)),
        item("amount", field::AMOUNT, Optional(Reads::Amount)),
        item("fte", field::FTE, Optional(Reads::Fte)),
        FROM_SOURCE,
    ],
    more: &[
        item("unit", way::ONE_UNIT, Maybe(Of::Units)),
        item("partner", way::ONE_PARTNER, Maybe(Of::Partners)),
        item("note", way::NOTE, Long),
    ],
};
