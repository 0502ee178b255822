-- MyService, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.households
-- _l1: Guardian.serviceRecords
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _l2: Guardian.serviceCertificates
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '",' || right(
                    json_build_array(
                      (
                        coalesce(
                          (
                            select
                              string_agg(
                                stu.name,
                                '、'
                                order by stu.id
                              )
                            from
                              household_student hst
                              join student stu on stu.id = hst.student_id
                            where
                              hst.household_id = _l0.id
                              and stu.id = any ($2::uuid[])
                          ) || '家',
                          '家庭'
                        )
                      ),
                      (
                        select total.minutes
                        from
                          (
                            select
                              coalesce(
                                sum(
                                  floor(
                                    extract(
                                      epoch
                                      from upper(pieces.piece) - lower(pieces.piece)
                                    ) / 60
                                  )
                                ),
                                0
                              )::int as minutes,
                              count(distinct pieces.person_id) as volunteers
                            from
                              (
                                select
                                  each.person_id,
                                  unnest(range_agg(each.during)) as piece
                                from
                                  (
                                    select
                                      srv.person_id,
                                      tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                                    from service_record srv
                                    where
                                      srv.status = 'APPROVED'
                                      and (
                                        srv.household_id = _l0.id
                                        and (
                                          srv.guardian_id = $3::uuid
                                          or (
                                            srv.household_id = any ($4::uuid[])
                                            and srv.guardian_id = any (
                                              array(
                                                select tie.guardian_id
                                                from
                                                  household_student hst
                                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                                  and tie.student_id = hst.student_id
                                                where
                                                  hst.household_id = any ($4::uuid[])
                                                  and hst.student_id = any ($2::uuid[])
                                                  and tie.status = 'ACTIVE'
                                                  and tie.valid_from <= $5::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $5::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                  ) each
                                group by each.person_id
                              ) pieces
                          ) total
                        where _l0.id = any ($4::uuid[])
                      ),
                      (
                        select total.minutes
                        from
                          (
                            select
                              coalesce(
                                sum(
                                  floor(
                                    extract(
                                      epoch
                                      from upper(pieces.piece) - lower(pieces.piece)
                                    ) / 60
                                  )
                                ),
                                0
                              )::int as minutes,
                              count(distinct pieces.person_id) as volunteers
                            from
                              (
                                select
                                  each.person_id,
                                  unnest(range_agg(each.during)) as piece
                                from
                                  (
                                    select
                                      srv.person_id,
                                      tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                                    from
                                      term trm
                                      join school_year syr on syr.id = trm.school_year_id
                                      join service_record srv on syr.district_id = srv.district_id
                                      and srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai'
                                      and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'
                                    where
                                      $5::date between trm.starts_on and trm.ends_on
                                      and srv.status = 'APPROVED'
                                      and (
                                        srv.household_id = _l0.id
                                        and (
                                          srv.guardian_id = $3::uuid
                                          or (
                                            srv.household_id = any ($4::uuid[])
                                            and srv.guardian_id = any (
                                              array(
                                                select tie.guardian_id
                                                from
                                                  household_student hst
                                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                                  and tie.student_id = hst.student_id
                                                where
                                                  hst.household_id = any ($4::uuid[])
                                                  and hst.student_id = any ($2::uuid[])
                                                  and tie.status = 'ACTIVE'
                                                  and tie.valid_from <= $5::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $5::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                  ) each
                                group by each.person_id
                              ) pieces
                          ) total
                        where _l0.id = any ($4::uuid[])
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    household_guardian _link
                    join household _l0 on _l0.id = _link."household_id"
                  where
                    (
                      _link."guardian_id" = _r0.id
                      and _l0.id = any ($4::uuid[])
                      and true
                    )
                  order by
                    _l0."created_at" asc,
                    _l0."id" asc
                  limit $6::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                            from volunteer_activity _r2
                            where
                              (
                                _r2.id = _r1."activity_id"
                                and (
                                  _r2.published_at is not null
                                  and (
                                    _r2.school_id = any ($7::uuid[])
                                    or (
                                      _r2.school_id is null
                                      and _r2.district_id = any ($8::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r1."id"::text || '","' || _r1."status"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '","' || _r1."signup_opens_at"::text || '","' || _r1."signup_closes_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                        )
                      from shift _r1
                      where
                        (
                          _r1.id = _l1."shift_id"
                          and (
                            _r1.published_at is not null
                            and (
                              _r1.school_id = any ($7::uuid[])
                              or (
                                _r1.school_id is null
                                and _r1.district_id = any ($8::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l1."id"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '",' || coalesce('"' || _l1."appealed_at"::text || '"', 'null') || ',' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l1."description",
                        _l1."decision_reason",
                        (
                          coalesce(
                            (
                              select true
                              from
                                certified_record cre
                                join service_certificate sce on sce.id = cre.certificate_id
                              where
                                cre.record_id = _l1.id
                                and sce.revoked_at is null
                              limit 1
                            ),
                            false
                          )
                        ),
                        (_l1.person_id is not distinct from $9::uuid)
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l1._n <= $10::int
                ) || ']',
                case
                  when (_r0.id = $3::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $10::int)::text || ']'
            from
              (
                select
                  _l1.*,
                  row_number() over () as _n
                from
                  (
                    select _l1.*
                    from service_record _l1
                    where
                      (
                        _l1."guardian_id" = _r0.id
                        and _l1.guardian_id = $3::uuid
                        and true
                      )
                    order by
                      _l1."starts_at" desc,
                      _l1."id" desc
                    limit ($10::int + 1)
                  ) _l1
              ) _l1
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."period_from"::text || '","' || _l2."period_to"::text || '",' || _l2."total_minutes"::text || ',"' || _l2."issued_at"::text || '",' || coalesce('"' || _l2."revoked_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l2."number",
                      (_l2.revoked_at is null),
                      (
                        (
                          select count(distinct srv.shift_id)::int
                          from
                            certified_record cre
                            join service_record srv on srv.id = cre.record_id
                          where cre.certificate_id = _l2.id
                        )
                      ),
                      _l2."revoke_reason"
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from service_certificate _l2
                  where
                    (
                      _l2."guardian_id" = _r0.id
                      and _l2.guardian_id = $3::uuid
                      and true
                    )
                  order by
                    _l2."issued_at" desc,
                    _l2."id" desc
                  limit $11::int
                ) _l2
            ),
            case
              when (_r0.id = $3::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select total.minutes
                  from
                    (
                      select
                        coalesce(
                          sum(
                            floor(
                              extract(
                                epoch
                                from upper(pieces.piece) - lower(pieces.piece)
                              ) / 60
                            )
                          ),
                          0
                        )::int as minutes,
                        count(distinct pieces.person_id) as volunteers
                      from
                        (
                          select
                            each.person_id,
                            unnest(range_agg(each.during)) as piece
                          from
                            (
                              select
                                srv.person_id,
                                tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                              from service_record srv
                              where
                                srv.status = 'APPROVED'
                                and (
                                  srv.person_id = _r0.person_id
                                  and srv.guardian_id = $3::uuid
                                )
                            ) each
                          group by each.person_id
                        ) pieces
                    ) total
                  where _r0.id = $3::uuid
                ),
                (
                  select total.minutes
                  from
                    (
                      select
                        coalesce(
                          sum(
                            floor(
                              extract(
                                epoch
                                from upper(pieces.piece) - lower(pieces.piece)
                              ) / 60
                            )
                          ),
                          0
                        )::int as minutes,
                        count(distinct pieces.person_id) as volunteers
                      from
                        (
                          select
                            each.person_id,
                            unnest(range_agg(each.during)) as piece
                          from
                            (
                              select
                                srv.person_id,
                                tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                              from
                                term trm
                                join school_year syr on syr.id = trm.school_year_id
                                join service_record srv on syr.district_id = srv.district_id
                                and srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai'
                                and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'
                              where
                                $5::date between trm.starts_on and trm.ends_on
                                and srv.status = 'APPROVED'
                                and (
                                  srv.person_id = _r0.person_id
                                  and srv.guardian_id = $3::uuid
                                )
                            ) each
                          group by each.person_id
                        ) pieces
                    ) total
                  where _r0.id = $3::uuid
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $12::uuid
            and (
              _r0.id = $3::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($4::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $5::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $5::date
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
-- _l0: Guardian.households
-- _l1: Guardian.serviceRecords
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _l2: Guardian.serviceCertificates
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '",' || right(
                    json_build_array(
                      (
                        coalesce(
                          (
                            select
                              string_agg(
                                stu.name,
                                '、'
                                order by stu.id
                              )
                            from
                              household_student hst
                              join student stu on stu.id = hst.student_id
                            where
                              hst.household_id = _l0.id
                              and (
                                stu.id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) || '家',
                          '家庭'
                        )
                      ),
                      (
                        select total.minutes
                        from
                          (
                            select
                              coalesce(
                                sum(
                                  floor(
                                    extract(
                                      epoch
                                      from upper(pieces.piece) - lower(pieces.piece)
                                    ) / 60
                                  )
                                ),
                                0
                              )::int as minutes,
                              count(distinct pieces.person_id) as volunteers
                            from
                              (
                                select
                                  each.person_id,
                                  unnest(range_agg(each.during)) as piece
                                from
                                  (
                                    select
                                      srv.person_id,
                                      tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                                    from service_record srv
                                    where
                                      srv.status = 'APPROVED'
                                      and (
                                        srv.household_id = _l0.id
                                        and (
                                          (
                                            srv.guardian_id = $4::uuid
                                            or (
                                              srv.school_id = any ($5::uuid[])
                                              and (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = srv.shift_id
                                              ) = $6::uuid
                                            )
                                          )
                                          or (
                                            srv.household_id = any ($7::uuid[])
                                            and srv.guardian_id = any (
                                              array(
                                                select tie.guardian_id
                                                from
                                                  household_student hst
                                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                                  and tie.student_id = hst.student_id
                                                where
                                                  hst.household_id = any ($7::uuid[])
                                                  and hst.student_id = any ($2::uuid[])
                                                  and tie.status = 'ACTIVE'
                                                  and tie.valid_from <= $8::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $8::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                  ) each
                                group by each.person_id
                              ) pieces
                          ) total
                        where _l0.id = any ($7::uuid[])
                      ),
                      (
                        select total.minutes
                        from
                          (
                            select
                              coalesce(
                                sum(
                                  floor(
                                    extract(
                                      epoch
                                      from upper(pieces.piece) - lower(pieces.piece)
                                    ) / 60
                                  )
                                ),
                                0
                              )::int as minutes,
                              count(distinct pieces.person_id) as volunteers
                            from
                              (
                                select
                                  each.person_id,
                                  unnest(range_agg(each.during)) as piece
                                from
                                  (
                                    select
                                      srv.person_id,
                                      tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                                    from
                                      term trm
                                      join school_year syr on syr.id = trm.school_year_id
                                      join service_record srv on syr.district_id = srv.district_id
                                      and srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai'
                                      and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'
                                    where
                                      $8::date between trm.starts_on and trm.ends_on
                                      and srv.status = 'APPROVED'
                                      and (
                                        srv.household_id = _l0.id
                                        and (
                                          (
                                            srv.guardian_id = $4::uuid
                                            or (
                                              srv.school_id = any ($5::uuid[])
                                              and (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = srv.shift_id
                                              ) = $6::uuid
                                            )
                                          )
                                          or (
                                            srv.household_id = any ($7::uuid[])
                                            and srv.guardian_id = any (
                                              array(
                                                select tie.guardian_id
                                                from
                                                  household_student hst
                                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                                  and tie.student_id = hst.student_id
                                                where
                                                  hst.household_id = any ($7::uuid[])
                                                  and hst.student_id = any ($2::uuid[])
                                                  and tie.status = 'ACTIVE'
                                                  and tie.valid_from <= $8::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $8::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                  ) each
                                group by each.person_id
                              ) pieces
                          ) total
                        where _l0.id = any ($7::uuid[])
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              household_student hst
                              join student stu on stu.id = hst.student_id
                            where
                              hst.household_id = _l0.id
                              and (
                                stu.school_id = any ($9::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    household_guardian _link
                    join household _l0 on _l0.id = _link."household_id"
                  where
                    (
                      _link."guardian_id" = _r0.id
                      and (
                        _l0.id = any ($7::uuid[])
                        or exists (
                          select 1
                          from
                            household_student hs
                            join class_membership m on m.student_id = hs.student_id
                          where
                            hs.household_id = _l0.id
                            and m.school_class_id = any ($3::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                      and true
                    )
                  order by
                    _l0."created_at" asc,
                    _l0."id" asc
                  limit $10::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                            from volunteer_activity _r2
                            where
                              (
                                _r2.id = _r1."activity_id"
                                and (
                                  (
                                    _r2.published_at is not null
                                    and (
                                      _r2.school_id = any ($11::uuid[])
                                      or (
                                        _r2.school_id is null
                                        and _r2.district_id = any ($12::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _r2.school_id = any ($5::uuid[])
                                    and (
                                      _r2.published_at is not null
                                      or _r2.organiser_id = $6::uuid
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r1."id"::text || '","' || _r1."status"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '","' || _r1."signup_opens_at"::text || '","' || _r1."signup_closes_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                        )
                      from shift _r1
                      where
                        (
                          _r1.id = _l1."shift_id"
                          and (
                            (
                              _r1.published_at is not null
                              and (
                                _r1.school_id = any ($11::uuid[])
                                or (
                                  _r1.school_id is null
                                  and _r1.district_id = any ($12::uuid[])
                                )
                              )
                            )
                            or (
                              _r1.school_id = any ($5::uuid[])
                              and (
                                _r1.published_at is not null
                                or (
                                  select act.organiser_id = $6::uuid
                                  from volunteer_activity act
                                  where act.id = _r1.activity_id
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l1."id"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '",' || coalesce('"' || _l1."appealed_at"::text || '"', 'null') || ',' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l1."description",
                        _l1."decision_reason",
                        (
                          coalesce(
                            (
                              select true
                              from
                                certified_record cre
                                join service_certificate sce on sce.id = cre.certificate_id
                              where
                                cre.record_id = _l1.id
                                and sce.revoked_at is null
                              limit 1
                            ),
                            false
                          )
                        ),
                        (_l1.person_id is not distinct from $13::uuid)
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l1._n <= $14::int
                ) || ']',
                case
                  when (_r0.id = $4::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $14::int)::text || ']'
            from
              (
                select
                  _l1.*,
                  row_number() over () as _n
                from
                  (
                    select _l1.*
                    from service_record _l1
                    where
                      (
                        _l1."guardian_id" = _r0.id
                        and (
                          _l1.guardian_id = $4::uuid
                          or (
                            _l1.school_id = any ($5::uuid[])
                            and (
                              select act.organiser_id
                              from
                                shift sft
                                join volunteer_activity act on act.id = sft.activity_id
                              where sft.id = _l1.shift_id
                            ) = $6::uuid
                          )
                        )
                        and true
                      )
                    order by
                      _l1."starts_at" desc,
                      _l1."id" desc
                    limit ($14::int + 1)
                  ) _l1
              ) _l1
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."period_from"::text || '","' || _l2."period_to"::text || '",' || _l2."total_minutes"::text || ',"' || _l2."issued_at"::text || '",' || coalesce('"' || _l2."revoked_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l2."number",
                      (_l2.revoked_at is null),
                      (
                        (
                          select count(distinct srv.shift_id)::int
                          from
                            certified_record cre
                            join service_record srv on srv.id = cre.record_id
                          where cre.certificate_id = _l2.id
                        )
                      ),
                      _l2."revoke_reason"
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from service_certificate _l2
                  where
                    (
                      _l2."guardian_id" = _r0.id
                      and _l2.guardian_id = $4::uuid
                      and true
                    )
                  order by
                    _l2."issued_at" desc,
                    _l2."id" desc
                  limit $15::int
                ) _l2
            ),
            case
              when (_r0.id = $4::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select total.minutes
                  from
                    (
                      select
                        coalesce(
                          sum(
                            floor(
                              extract(
                                epoch
                                from upper(pieces.piece) - lower(pieces.piece)
                              ) / 60
                            )
                          ),
                          0
                        )::int as minutes,
                        count(distinct pieces.person_id) as volunteers
                      from
                        (
                          select
                            each.person_id,
                            unnest(range_agg(each.during)) as piece
                          from
                            (
                              select
                                srv.person_id,
                                tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                              from service_record srv
                              where
                                srv.status = 'APPROVED'
                                and (
                                  srv.person_id = _r0.person_id
                                  and (
                                    srv.guardian_id = $4::uuid
                                    or (
                                      srv.school_id = any ($5::uuid[])
                                      and (
                                        select act.organiser_id
                                        from
                                          shift sft
                                          join volunteer_activity act on act.id = sft.activity_id
                                        where sft.id = srv.shift_id
                                      ) = $6::uuid
                                    )
                                  )
                                )
                            ) each
                          group by each.person_id
                        ) pieces
                    ) total
                  where _r0.id = $4::uuid
                ),
                (
                  select total.minutes
                  from
                    (
                      select
                        coalesce(
                          sum(
                            floor(
                              extract(
                                epoch
                                from upper(pieces.piece) - lower(pieces.piece)
                              ) / 60
                            )
                          ),
                          0
                        )::int as minutes,
                        count(distinct pieces.person_id) as volunteers
                      from
                        (
                          select
                            each.person_id,
                            unnest(range_agg(each.during)) as piece
                          from
                            (
                              select
                                srv.person_id,
                                tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                              from
                                term trm
                                join school_year syr on syr.id = trm.school_year_id
                                join service_record srv on syr.district_id = srv.district_id
                                and srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai'
                                and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'
                              where
                                $8::date between trm.starts_on and trm.ends_on
                                and srv.status = 'APPROVED'
                                and (
                                  srv.person_id = _r0.person_id
                                  and (
                                    srv.guardian_id = $4::uuid
                                    or (
                                      srv.school_id = any ($5::uuid[])
                                      and (
                                        select act.organiser_id
                                        from
                                          shift sft
                                          join volunteer_activity act on act.id = sft.activity_id
                                        where sft.id = srv.shift_id
                                      ) = $6::uuid
                                    )
                                  )
                                )
                            ) each
                          group by each.person_id
                        ) pieces
                    ) total
                  where _r0.id = $4::uuid
                ),
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
                          stu.school_id = any ($9::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($3::uuid[])
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
            _r0.id = $16::uuid
            and (
              _r0.id = $4::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($7::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $8::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $8::date
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
                  and m.school_class_id = any ($3::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
