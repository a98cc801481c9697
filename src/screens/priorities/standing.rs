//! The services as they stand: ranked ones in their order, then those that the ranking does not know yet.

use crate::domain::id::ServiceId;
use crate::domain::service::Service;
use crate::kit::Cx;
use crate::method::ranking::Row;

/// A service where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// Which.
    pub service: &'a Service,
    /// What the ranking says of it, with its rank from 1; none while it is not ranked.
    pub ranked: Option<(u32, Row)>,
}

/// All of them, the best first. A few dozen; the ranking is asked for, never made here.
pub fn standings<'a>(cx: &Cx<'a>) -> Vec<Standing<'a>> {
    let services = &cx.sprint.services;
    let Some((input, ranked)) = &cx.derived.ranked else {
        return services.iter().map(|service| Standing { service, ranked: None }).collect();
    };
    let known = |row: &Row| {
        let key = input.items.get(row.item)?.key;
        services.at_row(row.item as u32).filter(|service| u64::from(service.code) == key)
    };
    let mut all: Vec<Standing<'a>> = ranked
        .rows
        .iter()
        .zip(1..)
        .filter_map(|(row, rank)| Some(Standing { service: known(row)?, ranked: Some((rank, *row)) }))
        .collect();
    let newer = services.iter().skip(input.items.len());
    all.extend(newer.map(|service| Standing { service, ranked: None }));
    all
}

/// One of them.
pub fn standing_of<'a>(id: ServiceId, cx: &Cx<'a>) -> Option<Standing<'a>> {
    standings(cx).into_iter().find(|one| one.service.id == id)
}
