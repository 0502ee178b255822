-- MeetingParticipationBySchool, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.schools
-- _r0: School.studentCount
-- _l1: School.meetings
-- _r1: Meeting.invitedHouseholdCount
-- _r2: Meeting.repliedHouseholdCount
-- _r3: Meeting.attendingReplyCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_l0.district_id = any ($2::uuid[])) is not true then null
                      when (
                        (count(*)) between 1 and 4
                        or (
                          abs(
                            (
                              select
                                coalesce(
                                  sum(
                                    (
                                      select
                                        case
                                          when (_w1.n) between 1 and 4 then 0
                                          else _w1.n
                                        end
                                      from
                                        (
                                          select
                                            (
                                              select count(*)
                                              from class_membership _w2
                                              where
                                                (
                                                  _w2."school_class_id" = _w0.id
                                                  and _l0.district_id = any ($2::uuid[])
                                                  and _w2.status = 'ACTIVE'
                                                )
                                            ) as n
                                          offset
                                            0
                                        ) _w1
                                    )
                                  ),
                                  0
                                )
                              from school_class _w0
                              where
                                (
                                  _w0."school_id" = _l0.id
                                  and _l0.district_id = any ($2::uuid[])
                                )
                            ) - count(*)
                          )
                        ) between 1 and 4
                      ) then null
                      else count(*)::int
                    end
                  )::text
                from student _r0
                where
                  (
                    _r0."school_id" = _l0.id
                    and _l0.district_id = any ($2::uuid[])
                    and _r0.left_on is null
                  )
              ),
              'null'
            ) || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l1.published_at is not null
                                  and _l0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (count(*)) between 1 and 4 then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_invitation _r1
                        where
                          (
                            _r1."meeting_id" = _l1.id
                            and (
                              _l1.published_at is not null
                              and _l0.district_id = any ($2::uuid[])
                            )
                            and _r1.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l1.published_at is not null
                                  and _l0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (
                                (count(*)) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from meeting_invitation _w0
                                      where
                                        (
                                          _w0."meeting_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l0.district_id = any ($2::uuid[])
                                          )
                                          and _w0.status = 'INVITED'
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                              ) then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r2
                        where
                          (
                            _r2."meeting_id" = _l1.id
                            and (
                              _l1.published_at is not null
                              and _l0.district_id = any ($2::uuid[])
                            )
                            and _r2.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l1.published_at is not null
                                  and _l0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (
                                (count(*)) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from meeting_invitation _w0
                                      where
                                        (
                                          _w0."meeting_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l0.district_id = any ($2::uuid[])
                                          )
                                          and _w0.status = 'INVITED'
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from meeting_reply _w1
                                      where
                                        (
                                          _w1."meeting_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l0.district_id = any ($2::uuid[])
                                          )
                                          and _w1.superseded_at is null
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                              ) then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r3
                        where
                          (
                            _r3."meeting_id" = _l1.id
                            and (
                              _l1.published_at is not null
                              and _l0.district_id = any ($2::uuid[])
                            )
                            and _r3.superseded_at is null
                            and _r3.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."starts_at"::text || '",' || right(
                        json_build_array(
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and (
                                      mtg.published_at is not null
                                      and mtg.school_id in (
                                        select s.id
                                        from school s
                                        where s.district_id = any ($2::uuid[])
                                      )
                                    )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and (
                                      mtg.published_at is not null
                                      and mtg.school_id in (
                                        select s.id
                                        from school s
                                        where s.district_id = any ($2::uuid[])
                                      )
                                    )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and (
                                      mtg.published_at is not null
                                      and mtg.school_id in (
                                        select s.id
                                        from school s
                                        where s.district_id = any ($2::uuid[])
                                      )
                                    )
                                )
                                and (false) is not true
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and (
                                      mtg.published_at is not null
                                      and mtg.school_id in (
                                        select s.id
                                        from school s
                                        where s.district_id = any ($2::uuid[])
                                      )
                                    )
                                )
                                and (false) is not true
                              )
                          ),
                          (
                            (
                              _l1.published_at is not null
                              and _l0.district_id = any ($2::uuid[])
                            )
                          ),
                          (true)
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from meeting _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and (
                          _l1.published_at is not null
                          and _l0.district_id = any ($2::uuid[])
                        )
                        and (
                          (
                            _l1."starts_at" >= $3
                            and _l1."starts_at" < $4
                          )
                          and _l1."status" = $5
                        )
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $6::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from meeting _l1
                where
                  (
                    _l1."school_id" = _l0.id
                    and (
                      _l1.published_at is not null
                      and _l0.district_id = any ($2::uuid[])
                    )
                    and (
                      (
                        _l1."starts_at" >= $3
                        and _l1."starts_at" < $4
                      )
                      and _l1."status" = $5
                    )
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."code", _l0."name")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
