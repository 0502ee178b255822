-- MyTimetable, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.timetable
-- _r1: Engagement.meeting
-- _r2: Engagement.signup
-- _r3: Signup.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                      from meeting _r1
                      where
                        (
                          _r1.id = case _l0.kind
                            when 'MEETING_ROOM' then _l0.source_id
                            when 'MEETING_ATTENDANCE' then (
                              select rpl.meeting_id
                              from meeting_reply rpl
                              where rpl.id = _l0.source_id
                            )
                          end
                          and (
                            _r1.published_at is not null
                            and _r1.id = any (
                              array(
                                select inv.meeting_id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($2::uuid[])
                                  and inv.household_id = any ($3::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r3."id"::text || '","' || _r3."status"::text || '",' || right(json_build_array(_r3."place")::text, -1)
                            from shift _r3
                            where
                              (
                                _r3.id = _r2."shift_id"
                                and (
                                  _r3.published_at is not null
                                  and (
                                    _r3.school_id = any ($4::uuid[])
                                    or (
                                      _r3.school_id is null
                                      and _r3.district_id = any ($5::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r2.person_id is not distinct from $6::uuid,
                                    'active',
                                    _r2.status in ('PENDING', 'CONFIRMED'),
                                    'cancelUntil',
                                    sft.cancel_until,
                                    'startsAt',
                                    sft.starts_at,
                                    'requested',
                                    _r2.cancel_requested_at is not null
                                  )
                                from shift sft
                                where sft.id = _r2.shift_id
                              )
                            )::text,
                            -1
                          )
                        )
                      from signup _r2
                      where
                        (
                          _r2.id = case _l0.kind
                            when 'SHIFT_SIGNUP' then _l0.source_id
                          end
                          and (
                            _r2.guardian_id = $7::uuid
                            and (
                              _r2.status in ('CANCELLED', 'REJECTED')
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r2.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && $8::text[]
                                  )
                              )
                              or (
                                select sft.starts_at <= $9::timestamptz
                                from shift sft
                                where sft.id = _r2.shift_id
                              )
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title")::text, -1)
                  ),
                  ','
                ) filter (
                  where _l0._n <= $10::int
                ) || ']',
                case
                  when (_r0.id = $7::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $10::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from engagement _l0
                    where
                      (
                        _l0.person_id = _r0.person_id
                        and (
                          _l0.person_id = $6::uuid
                          and (
                            _l0.rests_on is null
                            or _l0.rests_on && $11::text[]
                          )
                        )
                        and _l0.status = 'ACTIVE'
                        and (
                          _l0."starts_at" >= $12
                          and _l0."starts_at" < $13
                        )
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($10::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $14::uuid
            and (
              _r0.id = $7::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($3::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $15::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $15::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.timetable
-- _r1: Engagement.meeting
-- _r2: Engagement.signup
-- _r3: Signup.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                      from meeting _r1
                      where
                        (
                          _r1.id = case _l0.kind
                            when 'MEETING_ROOM' then _l0.source_id
                            when 'MEETING_ATTENDANCE' then (
                              select rpl.meeting_id
                              from meeting_reply rpl
                              where rpl.id = _l0.source_id
                            )
                          end
                          and (
                            (
                              _r1.published_at is not null
                              and _r1.id = any (
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($2::uuid[])
                                    and inv.household_id = any ($3::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              _r1.published_at is not null
                              and _r1.id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($4::uuid[])
                                )
                              )
                            )
                            or (
                              _r1.organiser_id = $5::uuid
                              and _r1.school_id = any ($6::uuid[])
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r3."id"::text || '","' || _r3."status"::text || '",' || right(json_build_array(_r3."place")::text, -1)
                            from shift _r3
                            where
                              (
                                _r3.id = _r2."shift_id"
                                and (
                                  (
                                    _r3.published_at is not null
                                    and (
                                      _r3.school_id = any ($7::uuid[])
                                      or (
                                        _r3.school_id is null
                                        and _r3.district_id = any ($8::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _r3.school_id = any ($6::uuid[])
                                    and (
                                      _r3.published_at is not null
                                      or (
                                        select act.organiser_id = $5::uuid
                                        from volunteer_activity act
                                        where act.id = _r3.activity_id
                                      )
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r2."id"::text || '","' || _r2."status"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  json_build_object(
                                    'own',
                                    _r2.person_id is not distinct from $9::uuid,
                                    'active',
                                    _r2.status in ('PENDING', 'CONFIRMED'),
                                    'cancelUntil',
                                    sft.cancel_until,
                                    'startsAt',
                                    sft.starts_at,
                                    'requested',
                                    _r2.cancel_requested_at is not null
                                  )
                                from shift sft
                                where sft.id = _r2.shift_id
                              )
                            )::text,
                            -1
                          )
                        )
                      from signup _r2
                      where
                        (
                          _r2.id = case _l0.kind
                            when 'SHIFT_SIGNUP' then _l0.source_id
                          end
                          and (
                            (
                              _r2.guardian_id = $10::uuid
                              and (
                                _r2.status in ('CANCELLED', 'REJECTED')
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _r2.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && $11::text[]
                                    )
                                )
                                or (
                                  select sft.starts_at <= $12::timestamptz
                                  from shift sft
                                  where sft.id = _r2.shift_id
                                )
                              )
                            )
                            or (
                              (
                                select
                                  (
                                    sft.school_id = any ($6::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  )
                                from shift sft
                                where sft.id = _r2.shift_id
                              )
                              and (
                                _r2.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  (
                                    select sft.starts_at <= $12::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
                                  )
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r2.id
                                      and res.kind = 'SHIFT_SIGNUP'
                                      and res.status = 'ACTIVE'
                                      and (
                                        res.rests_on is null
                                        or res.rests_on && array(
                                          select distinct
                                            aky.key
                                          from
                                            guardianship gsh
                                            join class_membership cms on cms.student_id = gsh.student_id
                                            and cms.status = 'ACTIVE'
                                            join school_class cls on cls.id = cms.school_class_id
                                            join grade grd on grd.id = cls.grade_id
                                            join school sch on sch.id = cls.school_id
                                            join school_year scy on scy.id = cls.school_year_id
                                            and $13::date between scy.starts_on and scy.ends_on
                                            cross join lateral unnest(
                                              array[
                                                'class:' || cls.id,
                                                'school:' || sch.id,
                                                'school:' || sch.id || ':grade:' || grd.id,
                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                'district:' || sch.district_id,
                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                              ]
                                            ) as aky (key)
                                          where
                                            gsh.guardian_id = _r2.guardian_id
                                            and gsh.status = 'ACTIVE'
                                            and gsh.data_access
                                            and gsh.valid_from <= $13::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $13::date
                                            )
                                        )
                                      )
                                  )
                                  or (
                                    select
                                      exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r2.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $13::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $13::date
                                          )
                                          and (
                                            sch.id = sft.school_id
                                            or sft.school_id is null
                                            and sch.district_id = sft.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $13::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    from shift sft
                                    where sft.id = _r2.shift_id
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _r2.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title")::text, -1)
                  ),
                  ','
                ) filter (
                  where _l0._n <= $14::int
                ) || ']',
                case
                  when (_r0.id = $10::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $14::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from engagement _l0
                    where
                      (
                        _l0.person_id = _r0.person_id
                        and (
                          (
                            _l0.person_id = $9::uuid
                            and (
                              _l0.rests_on is null
                              or _l0.rests_on && $15::text[]
                            )
                          )
                          or _l0.room_id in (
                            select rm.id
                            from room rm
                            where rm.school_id = any ($6::uuid[])
                          )
                        )
                        and _l0.status = 'ACTIVE'
                        and (
                          _l0."starts_at" >= $16
                          and _l0."starts_at" < $17
                        )
                      )
                    order by
                      _l0."starts_at" asc,
                      _l0."id" asc
                    limit ($14::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($18::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($4::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $19::uuid
            and (
              _r0.id = $10::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($3::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $13::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $13::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($4::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
