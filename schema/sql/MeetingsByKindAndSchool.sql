-- MeetingsByKindAndSchool, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _g0: Query.meetings.groupedAggregates
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select '[' || string_agg('[' || _group._m0::text || ',' || ('"' || _group._d0::text || '","' || _group._d1::text || '"]'), ',') || ']'
        from
          (
            select
              count(*) as _m0,
              _g0."school_id" as _d0,
              _g0."kind" as _d1
            from meeting _g0
            where
              (
                (
                  _g0.published_at is not null
                  and _g0.school_id in (
                    select s.id
                    from school s
                    where s.district_id = any ($2::uuid[])
                  )
                )
                and (
                  (
                    _g0."starts_at" >= $3
                    and _g0."starts_at" < $4
                  )
                  and _g0."status" = $5
                )
              )
            group by
              _g0."school_id",
              _g0."kind"
            order by
              _m0 desc,
              _d0,
              _d1
            limit ($6::int + 1)
          ) _group
      ),
      '[]'
    ) || ',' || (
      select count(*)::text
      from meeting _l0
      where
        (
          (
            _l0.published_at is not null
            and _l0.school_id in (
              select s.id
              from school s
              where s.district_id = any ($2::uuid[])
            )
          )
          and (
            (
              _l0."starts_at" >= $7
              and _l0."starts_at" < $8
            )
            and _l0."status" = $9
          )
        )
    ) || ']'
  end;
